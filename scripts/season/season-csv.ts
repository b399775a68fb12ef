import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { SeasonCompany, SeasonPosting } from './season.types.js';

const companyColumns = [
  'credit_code',
  'legal_name',
  'legal_name_en',
  'unit_type',
  'industry_code',
  'region_code',
  'address',
  'introduction',
  'contact_name',
  'contact_phone',
  'contact_email',
] as const;

const postingColumns = [
  'credit_code',
  'reference',
  'title',
  'occupation_code',
  'headcount',
  'employment_type',
  'duties',
  'requirements',
  'region_code',
  'address',
  'pay_min',
  'pay_max',
  'pay_currency',
  'pay_period',
  'working_time',
  'minimum_education',
  'minimum_experience_years',
  'skills',
  'valid_through',
  'contact_route',
] as const;

/** The text of companies.csv, as a stream. */
export function companiesCsv(companies: readonly SeasonCompany[]): Readable {
  return csv(companyColumns, companies, companyRow);
}

/** The text of job-postings.csv, as a stream; `companies` are all of the season. */
export function postingsCsv(
  postings: readonly SeasonPosting[],
  companies: readonly SeasonCompany[],
): Readable {
  return csv(postingColumns, postings, (posting) => {
    const company = companies[posting.companyIndex];
    if (!company) throw new Error('A posting belongs to a company of the season');
    return postingRow(company, posting);
  });
}

function csv<Item>(
  columns: readonly string[],
  items: readonly Item[],
  toRow: (item: Item) => readonly (string | number)[],
): Readable {
  const rows = Readable.from(mapped(items, toRow));
  const text = stringify({ header: true, columns: [...columns] });
  rows.on('error', (error) => text.destroy(error));
  return rows.pipe(text);
}

function* mapped<Item>(
  items: readonly Item[],
  toRow: (item: Item) => readonly (string | number)[],
): Generator<readonly (string | number)[]> {
  for (const item of items) yield toRow(item);
}

function companyRow(company: SeasonCompany): readonly string[] {
  return [
    company.creditCode,
    company.legalName,
    company.legalNameEn,
    company.unitType,
    company.industryCode,
    company.regionCode,
    company.address,
    company.introduction,
    company.contactName,
    company.contactPhone,
    company.contactEmail,
  ];
}

function postingRow(company: SeasonCompany, posting: SeasonPosting): readonly (string | number)[] {
  return [
    company.creditCode,
    posting.reference,
    posting.title,
    posting.occupationCode,
    posting.headcount,
    posting.employmentType,
    posting.duties,
    posting.requirements,
    posting.regionCode,
    posting.address,
    majorUnits(posting.payMin),
    majorUnits(posting.payMax),
    'CNY',
    posting.payPeriod,
    posting.workingTime,
    posting.minimumEducation,
    posting.minimumExperienceYears,
    posting.skills.join(';'),
    posting.validThrough.toISOString(),
    posting.contactRoute,
  ];
}

/** Minor units as people write them: 1250 is 12.5, 1200 is 12. */
function majorUnits(minor: number): string {
  return (minor / 100).toFixed(2).replace(/\.?0+$/, '');
}
