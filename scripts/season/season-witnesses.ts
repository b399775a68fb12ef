import { parse } from 'csv-parse';
import type { Pool } from 'pg';
import { comparedFigures } from './comparison.js';
import type { ComparedFigure, Testimony } from './comparison.js';
import type { HttpClient } from './http-client.js';

type Figures = Partial<Record<ComparedFigure, number | null>>;

export interface PublishedFigure {
  readonly key: string;
  readonly value: number | null;
  readonly unit: string;
  readonly list: string | null;
}

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

const counterOfFigure: Readonly<Partial<Record<ComparedFigure, string>>> = {
  fairs: 'fairs',
  companies: 'companies',
  openings: 'postings',
  headcount: 'headcount',
  applications: 'applications',
  processed: 'applications.processed',
  attention: 'applications.attention',
};

/** Counts the rows themselves, with no view or counter of the product in between. */
export async function askDatabase(database: Pool): Promise<Testimony> {
  const { rows } = await database.query<Record<ComparedFigure, string>>(`
    SELECT
      -- The clock opens a fair a moment after its time; a fast season is over by then.
      (SELECT count(*) FROM fair WHERE published_at IS NOT NULL AND status <> 'cancelled') AS fairs,
      (SELECT count(DISTINCT company_id) FROM booth) AS companies,
      (SELECT count(DISTINCT job_posting_id) FROM booth_posting) AS openings,
      (SELECT sum(headcount) FROM job_posting
       WHERE id IN (SELECT job_posting_id FROM booth_posting)) AS headcount,
      (SELECT count(*) FROM application) AS applications,
      (SELECT count(DISTINCT applicant_id) FROM application) AS applicants,
      (SELECT count(*) FROM application WHERE processed_at IS NOT NULL) AS processed,
      (SELECT count(*) FROM application WHERE attention_reason IS NOT NULL) AS attention`);
  return { source: 'database', figures: numbersOf(rows[0] ?? {}) };
}

/** The season's counters, and the sum of the counters of all its fairs. */
export async function askCounters(database: Pool): Promise<Testimony[]> {
  const { rows } = await database.query<{ scope: string; metric: string; value: string }>(`
    SELECT 'season' AS scope, metric, value FROM counter WHERE scope = 'season'
    UNION ALL
    SELECT 'fairs', metric, sum(value) FROM counter WHERE scope LIKE 'fair:%' GROUP BY metric`);
  const figuresOf = (scope: string, figures: readonly ComparedFigure[]): Figures =>
    Object.fromEntries(
      figures.map((figure) => {
        const metric = counterOfFigure[figure];
        const row = rows.find((one) => one.scope === scope && one.metric === metric);
        return [figure, Number(row?.value ?? 0)];
      }),
    );
  const counted = Object.keys(counterOfFigure) as ComparedFigure[];
  return [
    { source: 'counters of the season', figures: figuresOf('season', counted) },
    {
      source: 'counters of its fairs',
      figures: figuresOf(
        'fairs',
        counted.filter((figure) => figure !== 'fairs'),
      ),
    },
  ];
}

/** What the API says of the season. */
export async function askApi(http: HttpClient, cookie: string): Promise<PublishedFigure[]> {
  const set = await http.json<{ figures: PublishedFigure[] }>('GET', '/api/v1/statistics/season', {
    cookie,
  });
  return set.figures;
}

/** How long the lists are that the numbers open. */
export async function askLists(
  http: HttpClient,
  cookie: string,
  figures: readonly PublishedFigure[],
): Promise<Testimony> {
  const counted: Figures = {};
  for (const { key, list } of figures) {
    const figure = comparedFigures.find((compared) => compared === key);
    // The list behind the people sought holds openings.
    if (figure && list && figure !== 'headcount') {
      counted[figure] = await lengthOf(http, cookie, list);
    }
  }
  return { source: 'lists behind the numbers', figures: counted };
}

async function lengthOf(http: HttpClient, cookie: string, list: string): Promise<number> {
  let length = 0;
  let cursor: string | null = null;
  do {
    const more = `${list.includes('?') ? '&' : '?'}limit=100${cursor ? `&cursor=${cursor}` : ''}`;
    const page: Page = await http.json<Page>('GET', list + more, { cookie });
    length += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return length;
}

/** What the exported files hold. */
export async function askFiles(http: HttpClient, cookie: string): Promise<Testimony[]> {
  const companies = await rowsOf(http, cookie, '/api/v1/company-exports');
  const postings = await rowsOf(http, cookie, '/api/v1/job-posting-exports');
  const applications = await rowsOf(http, cookie, '/api/v1/application-exports?scope=fair');
  const sum = (column: string): number =>
    postings.reduce((total, row) => total + Number(row[column]), 0);
  const inState = (state: string): number =>
    applications.filter((row) => row['state'] === state).length;
  const fairs = await rowsOf(http, cookie, '/api/v1/statistics/season/export');
  return [
    { source: 'season.csv (its fairs)', figures: sumsOf(fairs.slice(0, -1)) },
    { source: 'season.csv (its total)', figures: sumsOf(fairs.slice(-1)) },
    { source: 'companies.csv', figures: { companies: companies.length } },
    {
      source: 'job-postings.csv',
      figures: { openings: postings.length, headcount: sum('headcount') },
    },
    {
      source: 'applications.csv',
      figures: {
        applications: applications.length,
        processed: inState('processed'),
        attention: inState('attention'),
      },
    },
  ];
}

const labels = [
  ['companies', 'Companies'],
  ['openings', 'Openings'],
  ['headcount', 'People sought'],
  ['applications', 'Applications'],
  ['processed', 'Processed'],
  ['attention', 'Needs attention'],
] as const satisfies readonly (readonly [ComparedFigure, string])[];

/** Every company, opening and application of the season belongs to one fair. */
function sumsOf(rows: readonly Record<string, string>[]): Figures {
  return Object.fromEntries(
    labels.map(([figure, label]) => [
      figure,
      rows.reduce((sum, row) => sum + Number(row[label]), 0),
    ]),
  );
}

async function rowsOf(
  http: HttpClient,
  cookie: string,
  path: string,
): Promise<Record<string, string>[]> {
  const file = await http.stream(path, cookie);
  const rows: Record<string, string>[] = [];
  const records = file.pipe(parse({ columns: true, bom: true }));
  for await (const row of records as AsyncIterable<Record<string, string>>) rows.push(row);
  return rows;
}

/** Figures as the API and the wall publish them. */
export function testimonyOf(source: string, figures: readonly PublishedFigure[]): Testimony {
  return {
    source,
    figures: Object.fromEntries(
      comparedFigures.map((key) => {
        const figure = figures.find((published) => published.key === key);
        return [key, figure?.value ?? null];
      }),
    ),
  };
}

function numbersOf(row: Partial<Record<ComparedFigure, string>>): Figures {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)]));
}

/** The figures of every fair, as the public page shows them. */
export async function askFairs(
  http: HttpClient,
): Promise<{ name: string; figures: PublishedFigure[] }[]> {
  const fairs: { name: string; figures: PublishedFigure[] }[] = [];
  let cursor: string | null = null;
  do {
    const path = `/api/v1/statistics/season/fairs?limit=100${cursor ? `&cursor=${cursor}` : ''}`;
    const page: { items: typeof fairs; nextCursor: string | null } = await http.json('GET', path);
    fairs.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return fairs;
}
