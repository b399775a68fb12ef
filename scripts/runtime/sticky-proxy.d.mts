export interface StickyProxy {
  readonly url: string;
  close(): Promise<void>;
}

export function startStickyProxy(ports: readonly number[], port?: number): Promise<StickyProxy>;
