import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { Audience } from './audience.js';
import type { AudienceView } from './audience.js';
import type { Season } from './generate-season.js';
import type { HttpClient } from './http-client.js';
import { JobseekerCrowd } from './jobseeker-crowd.js';
import type { SentApplications } from './jobseeker-crowd.js';
import { ProgressBar } from './progress-bar.js';
import { openJobseekerAccounts, openOrganizerAccount } from './season-accounts.js';
import type { JobseekerAccounts, OrganizerAccount } from './season-accounts.js';
import type { SeasonEngines } from './season-engines.js';
import { openingIds } from './season-openings.js';
import { SeasonOrganizer } from './season-organizer.js';
import { SeasonSession } from './season-session.js';
import type { SeasonFair } from './season.types.js';
import { askApi } from './season-witnesses.js';
import type { StageClock } from './stage-clock.js';

const stuckAfter = 120_000;
/** Longer than an unchanged wall stays silent. */
const patience = 30_000;
const askEvery = 250;

export interface RunningSeason {
  readonly season: Season;
  readonly engines: SeasonEngines;
  readonly http: HttpClient;
  readonly database: Pool;
  readonly clock: StageClock;
  /** Sockets that watch the session and the wall. */
  readonly viewers: number;
  /** Told when the audience is there, so that it can be measured and sent away. */
  readonly onAudience: (audience: Audience) => void;
}

export interface SeasonOutcome {
  readonly organizer: OrganizerAccount;
  readonly accounts: JobseekerAccounts;
  readonly audience: Audience;
  readonly session: SeasonSession;
  readonly sent: SentApplications;
}

/** Everything that happens in a season, in its order. */
export async function runSeason(run: RunningSeason): Promise<SeasonOutcome> {
  const { season, http, database, clock, engines } = run;
  const organizer = await clock.run('organizer', () => openOrganizerAccount(http, database));
  const { fairIds } = await fillFairs(run, organizer);
  const accounts = await clock.run('accounts', () =>
    openJobseekerAccounts(http, database, engines.authSecret, season.jobseekers),
  );
  const crowd = new JobseekerCrowd(http, season, accounts.cookies);
  await withBar(run, 'profiles', season.jobseekers.length, (bar) =>
    crowd.writeProfiles(() => bar.advance()),
  );
  const postingIds = await openingIds(http, organizer.cookie, season);
  const session = await SeasonSession.goOnAir(http, organizer.cookie, fairIds[0] ?? '');
  const audience = await gather(run, session.id);
  session.talk(accounts.cookies, postingsOfFirstFair(season, postingIds));
  const sent = await withBar(run, 'applications', season.applications.length, (bar) =>
    crowd.apply(postingIds, fairIds, () => bar.advance()),
  );
  await session.quiet();
  await withBar(run, 'processing', season.applications.length, (bar) =>
    untilProcessed(http, organizer.cookie, bar),
  );
  return { organizer, accounts, audience, session, sent };
}

async function fillFairs(
  run: RunningSeason,
  organizer: OrganizerAccount,
): Promise<SeasonOrganizer> {
  const { fairs, companies, postings } = run.season;
  const bureau = new SeasonOrganizer(run.http, organizer, run.season);
  await forEachFair(run, 'fairs', fairs.length, (fair) => bureau.planFair(fair));
  await withBar(run, 'companies', companies.length, async (bar) => {
    await bureau.importCompanies();
    bar.advance(companies.length);
  });
  await forEachFair(run, 'openings', postings.length, (fair) => bureau.importPostings(fair));
  await forEachFair(run, 'fairs open', fairs.length, (fair) => bureau.openFair(fair));
  return bureau;
}

async function forEachFair(
  run: RunningSeason,
  stage: string,
  total: number,
  work: (fair: SeasonFair) => Promise<number>,
): Promise<void> {
  await withBar(run, stage, total, async (bar) => {
    for (const fair of run.season.fairs) bar.advance(await work(fair));
  });
}

async function withBar<Result>(
  { clock }: RunningSeason,
  stage: string,
  total: number,
  work: (bar: ProgressBar) => Promise<Result>,
): Promise<Result> {
  const bar = new ProgressBar(stage, total);
  try {
    return await clock.run(stage, () => work(bar));
  } finally {
    bar.finish();
  }
}

async function gather(run: RunningSeason, sessionId: string): Promise<Audience> {
  const { hostname, port } = new URL(run.engines.url);
  const plan = {
    host: hostname,
    port: Number(port),
    viewers: run.viewers,
    greetings: [
      '40',
      `420${JSON.stringify(['live-session.join', { sessionId }])}`,
      `421${JSON.stringify(['wall.join', { scope: 'season' }])}`,
    ],
  };
  return withBar(run, 'sockets', run.viewers, async (bar) => {
    const audience = Audience.start(plan);
    run.onAudience(audience);
    await audience.joined((joined) => bar.moveTo(joined));
    return audience;
  });
}

function postingsOfFirstFair(season: Season, postingIds: readonly string[]): string[] {
  return season.postings
    .filter(({ companyIndex }) => season.companies[companyIndex]?.fairIndex === 0)
    .map(({ index }) => postingIds[index] ?? '');
}

async function untilProcessed(http: HttpClient, cookie: string, bar: ProgressBar): Promise<void> {
  let finished = -1;
  for (let movedAt = Date.now(); ;) {
    const figures = await askApi(http, cookie);
    const valueOf = (key: string): number => figures.find((one) => one.key === key)?.value ?? 0;
    const now = valueOf('applications') - valueOf('pending');
    if (now > finished) movedAt = Date.now();
    finished = now;
    bar.moveTo(finished);
    if (valueOf('pending') === 0) return;
    if (Date.now() - movedAt > stuckAfter) {
      throw new Error(`${valueOf('pending')} applications are not processed and nothing moves`);
    }
    await sleep(askEvery);
  }
}

/** What the viewers have seen once the news has reached all of them, or when time is over. */
export async function finalView(
  audience: Audience,
  viewers: number,
  isComplete: (view: AudienceView) => boolean,
): Promise<AudienceView> {
  const deadline = Date.now() + patience;
  for (;;) {
    const view = await audience.look();
    const hasReachedAll =
      view.lastWall?.viewers === viewers && view.lastSession?.viewers === viewers;
    if ((hasReachedAll && isComplete(view)) || Date.now() > deadline) return view;
    await sleep(askEvery);
  }
}
