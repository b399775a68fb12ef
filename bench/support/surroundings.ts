/** What `scripts/bench.mjs` has started for this run. */
export interface Surroundings {
  /** Of the administrator, on a server that only this run uses. */
  databaseUrl: string;
  /** Process number of that server. */
  postmaster: number;
  redisUrl: string;
  /** 1 for a real run; smaller to try things out. */
  scale: number;
}
