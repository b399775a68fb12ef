import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { MicroBatcher } from '../../../platform/batching/micro-batcher.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { newId } from '../../../platform/ids/new-id.js';
import { maySeeFair } from '../../fair/index.js';
import { FeedQueries } from '../feed/feed.queries.js';
import type { LiveSessionFrame, LiveSessionSnapshot } from '../live-session.socket-events.js';
import { AudienceQueries } from './audience.queries.js';
import type { SessionMoment } from './audience.queries.js';
import { AudienceRepository } from './audience.repository.js';
import { isForgotten, isPresenceDue, newWatch, nextFrame, withCounters } from './audience.rules.js';
import type { Watch } from './audience.rules.js';

/** How many sockets of this process watch a session. */
export type ViewersIn = (sessionId: string) => number;

const countersEvery = 1_000;
/** More than anybody reads in a tick; what is left comes with the next frames. */
const mostEventsInFrame = 500;

/**
 * Who watches what in this process, and what they hear next. Every process reads the feeds of
 * its own viewers from Postgres, so processes need no channel between them.
 */
@Injectable()
export class AudienceService implements BeforeApplicationShutdown {
  private readonly processId = newId();
  private readonly watches = new Map<string, Watch>();
  private countedAt = 0;
  /** A crowd that enters together shares one read. */
  private readonly looks = new MicroBatcher<string, SessionMoment | undefined>(
    async (sessionIds) => {
      const moments = await this.queries.momentsOf([...new Set(sessionIds)]);
      return sessionIds.map((sessionId) => moments.get(sessionId));
    },
    { isInputFault: () => false },
  );

  constructor(
    private readonly queries: AudienceQueries,
    private readonly feed: FeedQueries,
    private readonly repository: AudienceRepository,
  ) {}

  /**
   * Lets a viewer in. The snapshot reaches at least as far as the room has heard when it is
   * read after entering, so that the frames that follow begin at its end or before.
   *
   * @param since what the viewer has already; events up to it are left out
   * @param enter puts the viewer into the room
   */
  async join(
    actor: Actor | null,
    sessionId: string,
    since: number,
    enter: () => Promise<void> | void,
  ): Promise<LiveSessionSnapshot> {
    let moment = await this.look(actor, sessionId);
    const watch = this.watch(moment);
    await enter();
    while (moment.lastSeq < watch.sent) moment = await this.look(actor, sessionId);
    return snapshotOf(moment, since);
  }

  /** The frames of all watched sessions in which something has happened. */
  async nextFrames(viewersIn: ViewersIn): Promise<LiveSessionFrame[]> {
    const now = performance.now();
    if (this.watches.size > 0 && now - this.countedAt >= countersEvery) {
      this.countedAt = now;
      await this.count(viewersIn, now);
    }
    const watches = [...this.watches.values()];
    if (watches.length === 0) return [];
    const news = await this.feed.news(
      watches.map(({ sessionId, sent }) => ({ sessionId, seq: sent })),
      mostEventsInFrame,
    );
    return watches.flatMap((watch) => nextFrame(watch, news.get(watch.sessionId) ?? []) ?? []);
  }

  async forgetLost(): Promise<void> {
    await this.repository.forgetLost();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.watches.size === 0) return;
    this.watches.clear();
    // Without a database the rows stop counting by themselves.
    await this.repository.forgetPresence(this.processId, null).catch(() => undefined);
  }

  private async look(actor: Actor | null, sessionId: string): Promise<SessionMoment> {
    const moment = await this.looks.submit(sessionId);
    if (!moment || !maySeeFair(actor, moment)) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    return moment;
  }

  private watch({ sessionId, lastSeq, viewers, messages, applications }: SessionMoment): Watch {
    const known = this.watches.get(sessionId);
    if (known) return known;
    const watch = newWatch(sessionId, lastSeq, { viewers, messages, applications });
    this.watches.set(sessionId, watch);
    return watch;
  }

  /** Tells the other processes of our viewers, then takes over what all of them have counted. */
  private async count(viewersIn: ViewersIn, now: number): Promise<void> {
    await this.tellPresence(viewersIn, now);
    const counters = await this.feed.countersOf([...this.watches.keys()]);
    const peaks = [];
    for (const [sessionId, watch] of this.watches) {
      const newest = counters.get(sessionId);
      if (!newest) continue;
      if (newest.viewers > watch.counters.viewers) {
        peaks.push({ sessionId, viewers: newest.viewers });
      }
      withCounters(watch, newest);
    }
    if (peaks.length > 0) await this.repository.raisePeaks(peaks);
  }

  private async tellPresence(viewersIn: ViewersIn, now: number): Promise<void> {
    const due = [];
    const forgotten = [];
    for (const [sessionId, watch] of this.watches) {
      const viewers = viewersIn(sessionId);
      if (isForgotten(watch, viewers, now)) {
        forgotten.push(sessionId);
      } else if (isPresenceDue(watch, viewers, now)) {
        due.push({ sessionId, viewers });
        watch.toldViewers = viewers;
        watch.toldAt = now;
      }
    }
    for (const sessionId of forgotten) this.watches.delete(sessionId);
    if (forgotten.length > 0) await this.repository.forgetPresence(this.processId, forgotten);
    if (due.length > 0) await this.repository.savePresence(this.processId, due);
  }
}

function snapshotOf(moment: SessionMoment, since: number): LiveSessionSnapshot {
  const { sessionId, status, lastSeq, events, cards, viewers, messages, applications } = moment;
  const unknown = events.filter((event) => event.seq > since);
  return {
    sessionId,
    status,
    from: unknown[0]?.seq ?? lastSeq + 1,
    to: lastSeq,
    events: unknown,
    counters: { viewers, messages, applications },
    cards,
  };
}
