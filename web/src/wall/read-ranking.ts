import { api } from '../api/client';
import { contentOf } from '../api/refusal';
import type { WallScope } from './scope';

const shown = 10;

export interface RankedRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly applications: number;
}

/** Where the applications go: fairs of the season, or companies of a fair. */
export async function readRanking(scope: WallScope): Promise<RankedRow[]> {
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
    nameEn: company.nameEn,
    applications: applicationsIn(company.figures),
  }));
}

function applicationsIn(figures: readonly { key: string; value: number | null }[]): number {
  return figures.find(({ key }) => key === 'applications')?.value ?? 0;
}
