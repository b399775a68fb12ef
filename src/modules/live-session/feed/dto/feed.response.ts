import { ApiProperty } from '@nestjs/swagger';
import { feedEventKinds } from '../feed.rules.js';
import type { FeedCounters, FeedEvent, FeedEventKind, FeedSlice } from '../feed.rules.js';

export class FeedEventResponse {
  /** Its place in the feed; places follow each other without gaps. */
  @ApiProperty({ type: 'integer' })
  seq: number;
  @ApiProperty({ enum: feedEventKinds, enumName: 'FeedEventKind' })
  kind: FeedEventKind;
  /** `null` when the session itself speaks. */
  @ApiProperty({ type: String, nullable: true })
  authorName: string | null;
  /** chat, notice: `text`, or nothing once it was removed. card: what it shows. removed: `seq`. status: `status`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  body: Record<string, unknown>;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class FeedCountersResponse {
  @ApiProperty({ type: 'integer' })
  viewers: number;
  @ApiProperty({ type: 'integer' })
  messages: number;
  @ApiProperty({ type: 'integer' })
  applications: number;
}

export class FeedResponse {
  /** The place after the one that was asked for. */
  @ApiProperty({ type: 'integer' })
  from: number;
  /** The place of the last event; before `from` when there is none. */
  @ApiProperty({ type: 'integer' })
  to: number;
  @ApiProperty({ type: [FeedEventResponse] })
  events: FeedEventResponse[];
  @ApiProperty({ type: FeedCountersResponse })
  counters: FeedCountersResponse;
}

export class SaidResponse {
  /** The place of the message in the feed. */
  @ApiProperty({ type: 'integer' })
  seq: number;
}

export function feedResponse(feed: FeedSlice & { readonly counters: FeedCounters }): FeedResponse {
  const { from, to, counters } = feed;
  return { from, to, events: feed.events.map(feedEventResponse), counters: { ...counters } };
}

export function feedEventResponse(event: FeedEvent): FeedEventResponse {
  const { seq, kind, authorName, body, createdAt } = event;
  return { seq, kind, authorName, body: { ...body }, createdAt };
}
