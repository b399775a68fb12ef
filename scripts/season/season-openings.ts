import { parse } from 'csv-parse';
import type { Season } from './generate-season.js';
import type { HttpClient } from './http-client.js';

/** The ids of the openings by their index, from the file that anybody who runs fairs can export. */
export async function openingIds(
  http: HttpClient,
  cookie: string,
  season: Season,
): Promise<string[]> {
  const known = new Map<string, string>();
  const file = await http.stream('/api/v1/job-posting-exports', cookie);
  const rows = file.pipe(parse({ columns: true, bom: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    known.set(`${row['credit_code']}/${row['reference']}`, row['id'] ?? '');
  }
  return season.postings.map(({ companyIndex, reference }) => {
    const id = known.get(`${season.companies[companyIndex]?.creditCode}/${reference}`);
    if (!id) throw new Error(`The export lacks the opening ${reference}`);
    return id;
  });
}
