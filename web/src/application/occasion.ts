/** Where an application came from; it is counted there. */
export interface Occasion {
  readonly fairId?: string;
  readonly liveSessionId?: string;
}
