import { normalizeCreditCode } from '../../../platform/codes/credit-code.js';
import type { CopyValue } from '../../../platform/csv/copy-text.js';
import {
  CellFault,
  choiceCell,
  dayEndCell,
  listCell,
  moneyCell,
  optionalColumn,
  requiredColumn,
  textCell,
  wholeNumberCell,
} from '../../../platform/csv/csv-columns.js';
import type { CellReader, CsvRow } from '../../../platform/csv/csv-columns.js';
import type { CsvValue } from '../../../platform/csv/csv-export.js';
import { employmentTypes, highestEducation, payPeriods } from '../job-posting.rules.js';
import type { JobPosting, PayCurrency } from '../job-posting.rules.js';

const mostPay = 1_000_000_000_000;

/** Amounts in whole units of the currency: `8000` or `8000.50`. Base pay is a duty, 面议 is refused. */
function payCell(): CellReader<number> {
  const read = moneyCell(1, mostPay);
  return (text) =>
    /面[议談谈]|negotiable/i.test(text) ? new CellFault('job-posting.pay-negotiable') : read(text);
}

const currencyTitles: Readonly<Record<PayCurrency, string>> = {
  CNY: '人民币',
  HKD: '港元',
  MOP: '澳门元',
  TWD: '新台币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  SGD: '新加坡元',
};

/** The columns of a file of postings, in and out. Questions are asked on the page of the posting. */
export const jobPostingColumns = {
  creditCode: requiredColumn('credit_code', '统一社会信用代码', normalizeCreditCode),
  reference: requiredColumn('reference', '岗位编号', textCell(1, 60)),
  title: requiredColumn('title', '岗位名称', textCell(2, 100)),
  occupationCode: requiredColumn('occupation_code', '职业代码', textCell(1, 10)),
  headcount: requiredColumn('headcount', '招聘人数', wholeNumberCell(1, 9_999)),
  employmentType: requiredColumn('employment_type', '用工类型', choiceCell(employmentTypes)),
  duties: requiredColumn('duties', '岗位职责', textCell(1, 5_000)),
  requirements: requiredColumn('requirements', '任职要求', textCell(1, 5_000)),
  regionCode: requiredColumn('region_code', '行政区划代码', textCell(6, 6)),
  address: requiredColumn('address', '工作地点', textCell(1, 300)),
  payMin: requiredColumn('pay_min', '最低薪酬', payCell()),
  payMax: requiredColumn('pay_max', '最高薪酬', payCell()),
  payCurrency: optionalColumn('pay_currency', '币种', choiceCell(currencyTitles)),
  payPeriod: requiredColumn('pay_period', '计薪周期', choiceCell(payPeriods)),
  workingTime: requiredColumn('working_time', '工作时间', textCell(1, 300)),
  minimumEducation: optionalColumn(
    'minimum_education',
    '最低学历',
    wholeNumberCell(0, highestEducation),
  ),
  minimumExperienceYears: optionalColumn(
    'minimum_experience_years',
    '最低工作年限',
    wholeNumberCell(0, 60),
  ),
  skills: optionalColumn('skills', '技能', listCell(30, 50)),
  contactRoute: requiredColumn('contact_route', '应聘方式', textCell(1, 300)),
  source: optionalColumn('source', '来源', textCell(1, 300)),
  validThrough: requiredColumn('valid_through', '有效期至', dayEndCell()),
};

export type JobPostingLine = CsvRow<typeof jobPostingColumns>;

/** What an export says besides and an import passes over. */
export const exportOnlyColumns = ['id', 'company_name', 'status', 'published_at'] as const;

/** The columns of `staged`; all but the first are those of the table. */
export const stagedColumns = [
  'credit_code text',
  'reference text',
  'title text',
  'occupation_code text',
  'headcount integer',
  'employment_type text',
  'duties text',
  'requirements text',
  'region_code text',
  'address text',
  'pay_min bigint',
  'pay_max bigint',
  'pay_currency char(3)',
  'pay_period text',
  'working_time text',
  'minimum_education smallint',
  'minimum_experience_years smallint',
  'skills text[]',
  'contact_route text',
  'source text',
  'valid_through timestamptz',
] as const;

export function stagedValues(line: JobPostingLine): CopyValue[] {
  return [
    line.creditCode,
    line.reference,
    line.title,
    line.occupationCode,
    line.headcount,
    line.employmentType,
    line.duties,
    line.requirements,
    line.regionCode,
    line.address,
    line.payMin,
    line.payMax,
    line.payCurrency ?? 'CNY',
    line.payPeriod,
    line.workingTime,
    line.minimumEducation ?? 0,
    line.minimumExperienceYears ?? 0,
    line.skills ?? [],
    line.contactRoute,
    line.source,
    line.validThrough,
  ];
}

export const exportHeader = [
  ...Object.values(jobPostingColumns).map((column) => column.name),
  ...exportOnlyColumns,
];

export type ExportedPosting = JobPosting & {
  readonly creditCode: string;
  readonly companyName: string;
};

export function exportCells(posting: ExportedPosting): CsvValue[] {
  return [
    posting.creditCode,
    posting.reference,
    posting.title,
    posting.occupationCode,
    posting.headcount,
    posting.employmentType,
    posting.duties,
    posting.requirements,
    posting.regionCode,
    posting.address,
    (posting.payMin / 100).toFixed(2),
    (posting.payMax / 100).toFixed(2),
    posting.payCurrency,
    posting.payPeriod,
    posting.workingTime,
    posting.minimumEducation,
    posting.minimumExperienceYears,
    posting.skills,
    posting.contactRoute,
    posting.source,
    posting.validThrough,
    posting.id,
    posting.companyName,
    posting.status,
    posting.publishedAt,
  ];
}
