import type { Pool } from 'pg';
import { disagreements } from './comparison.js';
import type { ComparedFigure, Disagreement, Testimony } from './comparison.js';
import type { Season } from './generate-season.js';
import type { HttpClient } from './http-client.js';
import { finalView } from './season-run.js';
import type { SeasonOutcome } from './season-run.js';
import {
  askApi,
  askCounters,
  askDatabase,
  askFiles,
  askLists,
  testimonyOf,
} from './season-witnesses.js';
import type { PublishedFigure } from './season-witnesses.js';
import type { AudienceView } from './audience.js';

export interface Verdict {
  readonly figures: readonly PublishedFigure[];
  readonly view: AudienceView;
  readonly sources: readonly string[];
  readonly disagreements: readonly Disagreement[];
  /** Everything else that is not as it should be, one line each. */
  readonly faults: readonly string[];
}

/** What the season must have come to. */
function expectedFigures(season: Season): Record<ComparedFigure, number> {
  return {
    fairs: season.fairs.length,
    companies: season.companies.length,
    openings: season.postings.length,
    headcount: season.postings.reduce((sum, posting) => sum + posting.headcount, 0),
    applications: season.applications.length,
    applicants: season.jobseekers.length,
    processed: season.applications.length,
    attention: 0,
  };
}

export function isAgreed(verdict: Verdict): boolean {
  return verdict.disagreements.length === 0 && verdict.faults.length === 0;
}

/** Asks everybody who can know, and compares. */
export async function judge(
  season: Season,
  outcome: SeasonOutcome,
  http: HttpClient,
  database: Pool,
  viewers: number,
): Promise<Verdict> {
  const expected = expectedFigures(season);
  const { cookie } = outcome.organizer;
  const figures = await askApi(http, cookie);
  const view = await finalView(outcome.audience, viewers, (seen) => {
    return disagreements(expected, [wallTestimony(seen)]).length === 0;
  });
  const testimonies: Testimony[] = [
    await askDatabase(database),
    ...(await askCounters(database)),
    testimonyOf('API', figures),
    await askLists(http, cookie, figures),
    ...(await askFiles(http, cookie)),
    wallTestimony(view),
  ];
  return {
    figures,
    view,
    sources: testimonies.map(({ source }) => source),
    disagreements: disagreements(expected, testimonies),
    faults: [
      ...intakeFaults(season, outcome),
      ...audienceFaults(view, viewers),
      ...(await feedFaults(outcome, view, database)),
      ...(await reconciliationFaults(http, cookie)),
    ],
  };
}

function wallTestimony(view: AudienceView): Testimony {
  const frame = view.lastWall?.frame as { figures: PublishedFigure[] } | undefined;
  return testimonyOf('last frame of the wall', frame?.figures ?? []);
}

function intakeFaults(season: Season, { sent }: SeasonOutcome): string[] {
  if (sent.accepted === season.applications.length) return [];
  const others = [...sent.others].map(([status, count]) => `${count} × ${status}`).join(', ');
  return [`${sent.accepted} of ${season.applications.length} applications got 201; ${others}`];
}

function audienceFaults(view: AudienceView, viewers: number): string[] {
  const wall = view.lastWall?.viewers ?? 0;
  const session = view.lastSession?.viewers ?? 0;
  return untrue([
    [view.connected === viewers, `${viewers - view.connected} viewers were lost`],
    [view.gaps === 0, `viewers missed ${view.gaps} events of the session`],
    [wall === viewers, `only ${wall} viewers have the last frame of the wall`],
    [session === viewers, `only ${session} viewers have the last frame of the session`],
  ]);
}

/** What was said, what is kept and what the audience heard must be the same. */
async function feedFaults(
  { session: { id, sent } }: SeasonOutcome,
  view: AudienceView,
  database: Pool,
): Promise<string[]> {
  const { rows } = await database.query<{ chats: string; last: string; counted: string }>(
    `SELECT count(*) FILTER (WHERE kind = 'chat') AS chats, max(seq) AS last,
            (SELECT value FROM counter WHERE scope = 'session:' || $1 AND metric = 'messages')
              AS counted
     FROM live_session_event WHERE session_id = $1::uuid`,
    [id],
  );
  const [chats, last, counted] = [rows[0]?.chats, rows[0]?.last, rows[0]?.counted].map(Number);
  const heard = (view.lastSession?.frame as { to?: number } | undefined)?.to;
  return untrue([
    [chats === sent, `${sent} messages were sent, ${chats} are kept`],
    [counted === sent, `${sent} messages were sent, the counter says ${counted}`],
    [last === heard, `the session has ${last} events, its audience heard up to ${heard}`],
  ]);
}

/** The sentences whose condition does not hold. */
function untrue(claims: readonly (readonly [holds: boolean, sentence: string])[]): string[] {
  return claims.flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
}

/** The server's own recount of every counter of every fair, company, opening and session. */
async function reconciliationFaults(http: HttpClient, cookie: string): Promise<string[]> {
  const { differences } = await http.json<{
    differences: { scope: string; metric: string; counted: number; recounted: number }[];
  }>('POST', '/api/v1/statistics/reconciliation', { cookie });
  return differences
    .slice(0, 10)
    .map(
      ({ scope, metric, counted, recounted }) =>
        `counter ${metric} of ${scope} says ${counted}, the rows say ${recounted}`,
    );
}
