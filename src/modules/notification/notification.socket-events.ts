/** Sent to every tab and phone of the person whom it concerns, and to nobody else. */
export interface NoticeNew {
  readonly id: string;
  readonly kind: string;
}

export interface ServerToClient {
  /** A hint only: the notices themselves are read over HTTP. */
  'notice.new': (notice: NoticeNew) => void;
}
