import { parse } from 'csv-parse/sync';
import { text } from 'node:stream/consumers';
import { companiesCsv, postingsCsv } from './season-csv.js';
import { seasonSizes } from './season-sizes.js';
import { generateSeason } from './generate-season.js';

const season = generateSeason(7, seasonSizes(0.02), new Date('2026-03-02T04:00:00Z'));

function records(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true }) as Record<string, string>[];
}

describe('the files of a season', () => {
  it('hold every company', async () => {
    const rows = records(await text(companiesCsv(season.companies)));
    expect(rows).toHaveLength(season.companies.length);
    expect(rows[0]).toMatchObject({
      credit_code: season.companies[0]?.creditCode,
      legal_name: season.companies[0]?.legalName,
    });
  });

  it('hold every posting under the credit code of its company', async () => {
    const rows = records(await text(postingsCsv(season.postings, season.companies)));
    expect(rows).toHaveLength(season.postings.length);
    const codes = new Set(season.companies.map((company) => company.creditCode));
    for (const row of rows) expect(codes.has(row['credit_code'] ?? '')).toBe(true);
  });

  it('write pay in major units without losing a fen', async () => {
    const rows = records(await text(postingsCsv(season.postings, season.companies)));
    rows.forEach((row, index) => {
      expect(row['pay_min']).toMatch(/^\d+(\.\d{1,2})?$/);
      expect(Math.round(Number(row['pay_min']) * 100)).toBe(season.postings[index]?.payMin);
      expect(Math.round(Number(row['pay_max']) * 100)).toBe(season.postings[index]?.payMax);
    });
  });
});
