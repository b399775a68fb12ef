import type { FigureKey, FigureUnit, ScopeKind } from './statistics.rules.js';

/**
 * SQL over views of the schema `reporting` that yields `scope` and `value`; `$1` holds the ids.
 * While the exact counter behind `steadyWith` stands still, this number does too.
 */
interface RowSource {
  readonly rows: Readonly<Partial<Record<ScopeKind, string>>>;
  readonly steadyWith?: FigureKey;
}

/** An exact counter that changes in the transaction of its facts; some scopes count rows instead. */
interface CounterSource {
  readonly counter: string;
  readonly rows?: RowSource['rows'];
}

/** Where a figure comes from. Everything else about a number follows from this one line. */
export type FigureSource =
  | CounterSource
  | RowSource
  /** The first figure less the others. */
  | { readonly rest: readonly [FigureKey, ...FigureKey[]] }
  /** The first figure divided by the second. */
  | { readonly ratio: readonly [FigureKey, FigureKey] };

export interface FigureDefinition {
  readonly key: FigureKey;
  readonly unit: FigureUnit;
  readonly zh: string;
  readonly en: string;
  readonly source: FigureSource;
  /** The scopes that have this figure, each with the list that the number opens. */
  readonly lists: Readonly<Partial<Record<ScopeKind, string | null>>>;
}

const api = '/api/v1';
const overseen = `${api}/applications?scope=fair`;
const received = `${api}/applications?scope=company`;

/** `{id}` is the scope's own, `{fairId}` a booth's fair. Who may open a list is the list's to say. */
function applicationLists(state: string): FigureDefinition['lists'] {
  return {
    season: `${overseen}${state}`,
    fair: `${overseen}&fairId={id}${state}`,
    company: `${received}&companyId={id}${state}`,
    booth: `${overseen}&fairId={fairId}&companyId={id}${state}`,
  };
}

function countApplications(count: string) {
  const counted = `${count} AS value FROM reporting.application`;
  const countedBy = (kind: 'fair' | 'company') =>
    `SELECT '${kind}:' || ${kind}_id AS scope, ${counted}
     WHERE ${kind}_id = ANY($1::uuid[]) GROUP BY ${kind}_id`;
  return {
    season: `SELECT 'season' AS scope, ${counted}`,
    fair: countedBy('fair'),
    company: countedBy('company'),
  };
}

function ofCompany(count: string): RowSource['rows'] {
  return { company: countApplications(count).company };
}

const openingLists = {
  season: `${api}/statistics/season/job-postings`,
  fair: `${api}/fairs/{id}/job-postings?state=placed`,
  company: `${api}/statistics/companies/{id}/job-postings`,
  booth: `${api}/fairs/{fairId}/job-postings?state=placed&companyId={id}`,
} as const;

const everywhereWithoutList = { season: null, fair: null, company: null, booth: null } as const;

/**
 * THE definitions: every screen, frame and file takes its numbers from this list, in this order.
 * Person and person-time are separate figures (applicants and applications; domain rules §1).
 */
export const figureDefinitions: readonly FigureDefinition[] = [
  {
    key: 'fairs',
    unit: 'fairs',
    zh: '招聘会场次',
    en: 'Fairs',
    source: { counter: 'fairs' },
    lists: {
      season: `${api}/fairs?status=registration_open,booths_frozen,live,closed,reported,archived`,
    },
  },
  {
    key: 'companies',
    unit: 'companies',
    zh: '参会企业数',
    en: 'Companies',
    source: { counter: 'companies' },
    lists: {
      season: `${api}/statistics/season/companies`,
      fair: `${api}/fairs/{id}/booths?status=approved,set_up,online,offline`,
    },
  },
  {
    key: 'openings',
    unit: 'openings',
    zh: '岗位数',
    en: 'Openings',
    source: { counter: 'postings' },
    lists: openingLists,
  },
  {
    key: 'headcount',
    unit: 'people',
    zh: '招聘人数',
    en: 'People sought',
    source: { counter: 'headcount' },
    lists: openingLists,
  },
  {
    key: 'applications',
    unit: 'applications',
    zh: '投递简历数',
    en: 'Applications',
    source: { counter: 'applications', rows: ofCompany('count(*)') },
    lists: applicationLists(''),
  },
  {
    key: 'applicants',
    unit: 'people',
    zh: '投递人数',
    en: 'Applicants',
    source: {
      steadyWith: 'applications',
      rows: countApplications('count(DISTINCT applicant_id)'),
    },
    lists: {
      season: `${api}/statistics/season/applicants`,
      fair: `${api}/statistics/fairs/{id}/applicants`,
      company: `${api}/statistics/companies/{id}/applicants`,
      booth: `${api}/statistics/fairs/{fairId}/applicants?companyId={id}`,
    },
  },
  {
    key: 'processed',
    unit: 'applications',
    zh: '已处理',
    en: 'Processed',
    source: {
      counter: 'applications.processed',
      rows: ofCompany('count(processed_at)'),
    },
    lists: applicationLists('&state=processed'),
  },
  {
    key: 'attention',
    unit: 'applications',
    zh: '待人工处理',
    en: 'Needs attention',
    source: {
      counter: 'applications.attention',
      rows: ofCompany('count(attention_reason)'),
    },
    lists: applicationLists('&state=attention'),
  },
  {
    key: 'pending',
    unit: 'applications',
    zh: '处理中',
    en: 'Pending',
    source: { rest: ['applications', 'processed', 'attention'] },
    lists: applicationLists('&state=pending'),
  },
  {
    key: 'applicationsPerOpening',
    unit: 'ratio',
    zh: '岗位投递比',
    en: 'Applications per opening',
    source: { ratio: ['applications', 'openings'] },
    lists: everywhereWithoutList,
  },
  {
    key: 'headcountPerApplicant',
    unit: 'ratio',
    zh: '求人倍率',
    en: 'People sought per applicant',
    source: { ratio: ['headcount', 'applicants'] },
    lists: everywhereWithoutList,
  },
  {
    key: 'pageViews',
    unit: 'views',
    zh: '浏览量',
    en: 'Page views',
    source: { counter: 'views' },
    lists: { season: null, fair: null },
  },
  {
    key: 'visitors',
    unit: 'people',
    zh: '浏览人数',
    en: 'Visitors',
    source: { counter: 'visitors' },
    lists: { season: null, fair: null },
  },
  {
    key: 'viewers',
    unit: 'people',
    zh: '正在观看直播',
    en: 'Watching live now',
    source: {
      rows: {
        season: `
          SELECT 'season' AS scope, coalesce(sum(viewers), 0)::bigint AS value
          FROM reporting.live_session WHERE status = 'on_air'`,
        fair: `
          SELECT 'fair:' || fair_id AS scope, sum(viewers)::bigint AS value
          FROM reporting.live_session
          WHERE status = 'on_air' AND fair_id = ANY($1::uuid[]) GROUP BY fair_id`,
      },
    },
    lists: { season: null, fair: null },
  },
  {
    key: 'messages',
    unit: 'messages',
    zh: '直播互动消息',
    en: 'Live messages',
    source: {
      rows: {
        season: `
          SELECT 'season' AS scope, coalesce(sum(counter.value), 0)::bigint AS value
          FROM reporting.live_session
          JOIN counter ON counter.scope = 'session:' || live_session.id
            AND counter.metric = 'messages'`,
        fair: `
          SELECT 'fair:' || live_session.fair_id AS scope, sum(counter.value)::bigint AS value
          FROM reporting.live_session
          JOIN counter ON counter.scope = 'session:' || live_session.id
            AND counter.metric = 'messages'
          WHERE live_session.fair_id = ANY($1::uuid[]) GROUP BY live_session.fair_id`,
      },
    },
    lists: { season: null, fair: null },
  },
];

export type RowFigure = FigureDefinition & { readonly source: RowSource };

export const rowFigures: readonly RowFigure[] = figureDefinitions.filter(
  (definition): definition is RowFigure => 'rows' in definition.source,
);

/** The counter that holds the figure of such a scope, if one does. */
export function counterOf({ source }: FigureDefinition, kind: ScopeKind): string | undefined {
  const isCounted = 'counter' in source && source.rows?.[kind] === undefined;
  return isCounted ? source.counter : undefined;
}

export function definitionsOf(kind: ScopeKind): readonly FigureDefinition[] {
  return figureDefinitions.filter((definition) => kind in definition.lists);
}
