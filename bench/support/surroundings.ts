/** What `scripts/bench.mjs` has started for this run. */
export interface Surroundings {
  /** Everything that is written goes here; it is removed after the run. */
  folder: string;
  /** Of the administrator, on a server that only this run uses. */
  databaseUrl: string;
  /** Process number of that server. */
  postmaster: number;
  redisUrl: string;
  /** Of Node, for the product and for references on the same stack. */
  serverOptions: string[];
  /** 1 for a real run; smaller to try things out. */
  scale: number;
}
