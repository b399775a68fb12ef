import type { Disagreement } from './comparison.js';
import type { PeakMegabytes } from './process-meter.js';
import type { PublishedFigure } from './season-witnesses.js';
import type { StageCost } from './stage-clock.js';

export interface FairLine {
  readonly name: string;
  readonly figures: readonly PublishedFigure[];
}

const titles: readonly (readonly [key: string, zh: string, en: string])[] = [
  ['fairs', '招聘会', 'fairs'],
  ['companies', '参会企业', 'companies'],
  ['openings', '岗位', 'openings'],
  ['headcount', '招聘人数', 'people sought'],
  ['applications', '投递简历', 'applications'],
  ['applicants', '投递人数', 'applicants'],
  ['processed', '已处理', 'processed'],
  ['attention', '待人工处理', 'need attention'],
  ['applicationsPerOpening', '岗位投递比', 'applications per opening'],
  ['headcountPerApplicant', '求人倍率', 'people sought per applicant'],
];

const fairColumns = ['companies', 'openings', 'headcount', 'applications', 'applicants'] as const;

/** What the organizers publish. */
export function publishedTable(
  season: readonly PublishedFigure[],
  fairs: readonly FairLine[],
): string {
  const totals = titles.map(([key, zh, en]) => [zh, en, shown(valueOf(season, key))]);
  const busiest = [...fairs]
    .sort(
      (one, other) =>
        (valueOf(other.figures, 'applications') ?? 0) - (valueOf(one.figures, 'applications') ?? 0),
    )
    .slice(0, 10)
    .map(({ name, figures }) => [name, ...fairColumns.map((key) => shown(valueOf(figures, key)))]);
  const header = ['招聘会 Fair', '企业', '岗位', '招聘人数', '投递', '投递人数'];
  return [
    '本季统计 The season',
    ...columns(totals, 2),
    '',
    `投递最多的招聘会 The busiest ${busiest.length} of ${fairs.length} fairs`,
    ...columns([header, ...busiest], 1),
  ].join('\n');
}

/** Who spent what, stage by stage. */
export function costTable(costs: readonly StageCost[], peak: PeakMegabytes): string {
  const header = ['Stage', 'wall s', 'server CPU s', 'Postgres CPU s', 'load CPU s'];
  const rows = costs.map(({ stage, wall, server, postgres, load }) => [
    stage,
    ...[wall, server, postgres, load].map(seconds),
  ]);
  return [
    ...columns([header, ...rows], 1),
    '',
    `Peak memory: server ${megabytes(peak.server)}, Postgres ${megabytes(peak.postgres)}`,
  ].join('\n');
}

export function disagreementLines(found: readonly Disagreement[]): string {
  return found
    .map(
      ({ figure, source, expected, said }) =>
        `${source}: ${figure} is ${shown(said)}, not ${shown(expected)}`,
    )
    .join('\n');
}

function valueOf(figures: readonly PublishedFigure[], key: string): number | null {
  return figures.find((figure) => figure.key === key)?.value ?? null;
}

function shown(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('en', { maximumFractionDigits: 2 });
}

function seconds(value: number | null): string {
  return value === null ? 'not measured' : value.toFixed(1);
}

function megabytes(value: number | null): string {
  return value === null ? 'not measured' : `${Math.round(value)} MB`;
}

/** Text columns first, aligned left; numbers after them, aligned right. */
function columns(rows: readonly (readonly string[])[], textColumns: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return column < textColumns ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Chinese characters and their punctuation take two places on a terminal. */
function widthOf(cell: string): number {
  return [...cell].reduce(
    (width, character) => width + (/[\u2e80-\u9fff\uff00-\uff60“”]/.test(character) ? 2 : 1),
    0,
  );
}
