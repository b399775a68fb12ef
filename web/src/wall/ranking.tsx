import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { contentOf } from '../api/refusal';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import classes from './ranking.module.css';
import { scopeKey } from './scope';
import type { WallScope } from './scope';

const refreshEvery = 10_000;
const shown = 10;

interface RankedRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly applications: number;
}

/** Where the applications go: fairs of the season, or companies of a fair. */
export function Ranking({ scope }: { scope: WallScope }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const { data } = useQuery({
    queryKey: ['ranking', scopeKey(scope)],
    queryFn: () => readRows(scope),
    refetchInterval: refreshEvery,
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
  });
  const rows = data ?? [];
  const most = Math.max(1, ...rows.map((row) => row.applications));
  return (
    <section className={classes.ranking} aria-label={t(`wall.ranking.${scope.kind}`)}>
      <h2>{t(`wall.ranking.${scope.kind}`)}</h2>
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            <span className={classes.name}>{named(row.name, row.nameEn)}</span>
            <span className={classes.count}>{format.number(row.applications)}</span>
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${(100 * row.applications) / most}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

async function readRows(scope: WallScope): Promise<RankedRow[]> {
  const rows = scope.kind === 'season' ? await readFairs() : await readCompanies(scope.id);
  return rows.sort((one, other) => other.applications - one.applications).slice(0, shown);
}

async function readFairs(): Promise<RankedRow[]> {
  const params = { query: { limit: 100 } };
  const { items } = await contentOf(api.GET('/api/v1/statistics/season/fairs', { params }));
  return items.map((fair) => ({
    id: fair.fairId,
    name: fair.name,
    nameEn: fair.nameEn,
    applications: applicationsIn(fair.figures),
  }));
}

async function readCompanies(id: string): Promise<RankedRow[]> {
  const params = { path: { id }, query: { limit: 100 } };
  const { items } = await contentOf(api.GET('/api/v1/statistics/fairs/{id}/companies', { params }));
  return items.map((company) => ({
    id: company.companyId,
    name: company.name,
    nameEn: null,
    applications: applicationsIn(company.figures),
  }));
}

function applicationsIn(figures: readonly { key: string; value: number | null }[]): number {
  return figures.find(({ key }) => key === 'applications')?.value ?? 0;
}
