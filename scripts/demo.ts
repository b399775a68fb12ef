import type { RunningProcess } from '../src/main.js';
import { openEmployer, staffBooth, takeBooth } from './demo/demo-employer.js';
import { fillFair, openFair, planFair } from './demo/demo-fair.js';
import { applyAtFair, enterJobseekers } from './demo/demo-jobseekers.js';
import { enterPeople } from './demo/demo-people.js';
import type { DemoAccount } from './demo/demo-people.js';
import { goOnAir } from './demo/demo-session.js';
import { generateSeason } from './season/generate-season.js';
import type { Season } from './season/generate-season.js';

const hour = 3_600_000;
const day = 24 * hour;
/** As long as the fair of the demo, and within what a posting may be valid. */
const validDays = 170;

/** With it the company that has people of its own offers a good mixture. */
const seed = 14;

const sizes = { fairs: 1, companies: 12, postings: 62, jobseekers: 9, applications: 40 };

export interface Demo {
  readonly accounts: readonly DemoAccount[];
  readonly fairUrl: string;
  readonly sessionUrl: string;
  readonly wallUrl: string;
}

/**
 * The first thing that a newcomer sees: a fair that is open, companies with openings, a session on
 * air, a wall that counts, and an account for each role. Called again after it was cut off, it
 * goes on where it stopped.
 */
export async function createDemo({ app, url }: RunningProcess): Promise<Demo> {
  const now = fullHour(new Date());
  const season = longLasting(generateSeason(seed, sizes, now), now);
  const people = await enterPeople(app);
  const fairId = await planFair(people, now);
  const employer = await openEmployer(people, season);
  await takeBooth(people, fairId, employer);
  await fillFair(people, fairId, season);
  await openFair(people, fairId);
  await staffBooth(people, fairId, employer);
  const visitors = await enterJobseekers(app, people, season);
  await applyAtFair(visitors, fairId, season);
  const sessionId = await goOnAir(people, fairId, employer, visitors.slice(1));
  return {
    accounts: people.accounts,
    fairUrl: `${url}/fairs/${fairId}`,
    sessionUrl: `${url}/live-sessions/${sessionId}`,
    wallUrl: `${url}/wall`,
  };
}

function fullHour(moment: Date): Date {
  return new Date(moment.getTime() - (moment.getTime() % hour));
}

function longLasting(season: Season, now: Date): Season {
  const validThrough = new Date(now.getTime() + validDays * day);
  return { ...season, postings: season.postings.map((posting) => ({ ...posting, validThrough })) };
}
