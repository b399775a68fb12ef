import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import type { LiveSessionStatus } from '../live-session.rules.js';
import { feedColumns } from './feed-columns.js';
import type { FeedEvent, FeedEventKind } from './feed.rules.js';

/** What somebody says in a session. */
export interface ChatMessage {
  readonly sessionId: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly text: string;
  readonly clientKey: string;
}

/** What became of one message. */
export interface ChatOutcome {
  /** `null`: there is no such session. */
  readonly status: LiveSessionStatus | null;
  /** `null`: it was not taken. */
  readonly seq: number | null;
  readonly isRepeat: boolean;
}

export interface NewFeedEvent {
  readonly kind: FeedEventKind;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Many messages of many sessions in one statement. The rows of the sessions are locked in the
 * order of their ids and give out the places, so a feed has no gap and two batches never wait
 * for each other in a circle. A message that is known by its key keeps its first place.
 */
const appendChatsSql = `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
      WITH ORDINALITY AS message (session_id, author_id, author_name, text, client_key, ordinal)
  ), session AS (
    SELECT id, status FROM live_session WHERE id IN (SELECT session_id FROM input)
    ORDER BY id FOR NO KEY UPDATE
  ), known AS (
    SELECT input.ordinal, event.seq FROM input
    JOIN live_session_event AS event USING (session_id, author_id, client_key)
  ), fresh AS (
    SELECT DISTINCT ON (session_id, author_id, client_key) input.*
    FROM input JOIN session ON session.id = input.session_id AND session.status = 'on_air'
    WHERE NOT EXISTS (SELECT FROM known WHERE known.ordinal = input.ordinal)
    ORDER BY session_id, author_id, client_key, ordinal
  ), placed AS (
    SELECT fresh.*, row_number() OVER (PARTITION BY session_id ORDER BY ordinal) AS place
    FROM fresh
  ), advanced AS (
    UPDATE live_session SET last_seq = last_seq + added.messages
    FROM (SELECT session_id, count(*) AS messages FROM fresh GROUP BY session_id) AS added
    WHERE live_session.id = added.session_id
    RETURNING live_session.id, live_session.last_seq - added.messages AS base, added.messages
  ), appended AS (
    INSERT INTO live_session_event
      (session_id, seq, kind, author_id, author_name, body, client_key)
    SELECT session_id, advanced.base + place, 'chat', author_id, author_name,
           jsonb_build_object('text', text), client_key
    FROM placed JOIN advanced ON advanced.id = placed.session_id
    RETURNING session_id, author_id, client_key, seq
  ), counted AS (
    INSERT INTO counter (scope, metric, value)
    SELECT 'session:' || id, 'messages', messages FROM advanced ORDER BY 1
    ON CONFLICT (scope, metric) DO UPDATE SET value = counter.value + excluded.value
  )
  SELECT session.status, coalesce(known.seq, appended.seq) AS seq,
         known.seq IS NOT NULL OR placed.ordinal IS NULL AS "isRepeat"
  FROM input
  LEFT JOIN session ON session.id = input.session_id
  LEFT JOIN known ON known.ordinal = input.ordinal
  LEFT JOIN placed ON placed.ordinal = input.ordinal
  LEFT JOIN appended ON appended.session_id = input.session_id
    AND appended.author_id = input.author_id AND appended.client_key = input.client_key
  ORDER BY input.ordinal`;

@Injectable()
export class FeedRepository {
  constructor(private readonly database: Database) {}

  /** All of them or none; outcomes in the order of the messages. */
  async appendChats(messages: readonly ChatMessage[]): Promise<ChatOutcome[]> {
    return this.database.statement<ChatOutcome & Record<string, unknown>>(
      'feed.append-chats',
      appendChatsSql,
      [
        messages.map((message) => message.sessionId),
        messages.map((message) => message.authorId),
        messages.map((message) => message.authorName),
        messages.map((message) => message.text),
        messages.map((message) => message.clientKey),
      ],
    );
  }

  /** Holds the feed of a session, so that what is read next stays true until the commit. */
  async lock(transaction: Transaction, sessionId: string): Promise<LiveSessionStatus | undefined> {
    const [session] = await transaction.query<{ status: LiveSessionStatus }>(
      'SELECT status FROM live_session WHERE id = $1 FOR NO KEY UPDATE',
      [sessionId],
    );
    return session?.status;
  }

  /** Puts one event at the end of a feed that is locked. */
  async append(
    transaction: Transaction,
    sessionId: string,
    event: NewFeedEvent,
  ): Promise<FeedEvent> {
    const [appended] = await transaction.query<FeedEvent & Record<string, unknown>>(
      `WITH advanced AS (
         UPDATE live_session SET last_seq = last_seq + 1 WHERE id = $1 RETURNING last_seq
       ), event AS (
         INSERT INTO live_session_event (session_id, seq, kind, author_id, author_name, body)
         SELECT $1, last_seq, $2, $3, $4, $5 FROM advanced
         RETURNING *
       )
       SELECT ${feedColumns} FROM event`,
      [sessionId, event.kind, event.authorId, event.authorName, event.body],
    );
    if (!appended) throw new Error('A feed that is locked is there');
    return appended;
  }

  /**
   * Takes the text of a message or a notice away from all who read it later.
   *
   * @returns whether there was one that still had its text
   */
  async blank(transaction: Transaction, sessionId: string, seq: number): Promise<boolean> {
    const blanked = await transaction.execute(
      `UPDATE live_session_event SET body = '{}'
       WHERE session_id = $1 AND seq = $2 AND kind IN ('chat', 'notice') AND body <> '{}'`,
      [sessionId, seq],
    );
    return blanked > 0;
  }

  async hasMessage(transaction: Transaction, sessionId: string, seq: number): Promise<boolean> {
    const found = await transaction.query(
      `SELECT FROM live_session_event
       WHERE session_id = $1 AND seq = $2 AND kind IN ('chat', 'notice')`,
      [sessionId, seq],
    );
    return found.length > 0;
  }

  /** The card of an opening that is shown now. */
  async currentCard(
    transaction: Transaction,
    sessionId: string,
    jobPostingId: string,
  ): Promise<FeedEvent | undefined> {
    const [newest] = await transaction.query<FeedEvent & Record<string, unknown>>(
      `SELECT ${feedColumns} FROM live_session_event AS event
       WHERE event.session_id = $1 AND event.kind IN ('card', 'card_withdrawn')
         AND event.body ->> 'jobPostingId' = $2
       ORDER BY event.seq DESC LIMIT 1`,
      [sessionId, jobPostingId],
    );
    return newest?.kind === 'card' ? newest : undefined;
  }
}
