export interface TopologyOptions {
  /** API processes behind the proxy; 2 unless said. */
  readonly apis?: number;
  /** Queue processes; 2 unless said. */
  readonly workers?: number;
  /** The port of the proxy; a free one unless said. */
  readonly port?: number;
  /** Whether Postgres waits for the disk. A killed process loses nothing either way. */
  readonly durable?: boolean;
  /** `false`: Redis forgets everything when it is killed. */
  readonly redisPersistent?: boolean;
  /** More variables for all API and queue processes. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** An engine or process that can be killed and started again on the same port. */
export interface Part {
  pid(): number;
  /** SIGKILL unless said; resolves when it has ended. Postgres always stops at once, like a crash. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Resolves when it takes work again. */
  restart(): Promise<void>;
}

export interface NodePart extends Part {
  readonly name: string;
  readonly log: string;
  isRunning(): boolean;
}

export interface Topology {
  /** The proxy's address: what a browser would open. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** The variables that all API and queue processes share. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly apis: readonly (NodePart & { readonly url: string })[];
  readonly workers: readonly NodePart[];
  readonly redis: Part;
  readonly postgres: Part;
  stop(): Promise<void>;
}

export function startTopology(options?: TopologyOptions): Promise<Topology>;
