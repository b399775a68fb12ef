import { normalizeCreditCode } from '../../../platform/codes/credit-code.js';
import type { CopyValue } from '../../../platform/csv/copy-text.js';
import {
  choiceCell,
  optionalColumn,
  patternCell,
  requiredColumn,
  textCell,
} from '../../../platform/csv/csv-columns.js';
import type { CsvRow } from '../../../platform/csv/csv-columns.js';
import type { CsvValue } from '../../../platform/csv/csv-export.js';
import { phonePattern } from '../../../platform/http/fields.js';
import { isCreditCodeSound, unitTypes } from '../company.rules.js';
import type { Company, CompanyContent } from '../company.rules.js';

/** The columns of a file of companies, in and out. */
export const companyColumns = {
  creditCode: requiredColumn('credit_code', '统一社会信用代码', normalizeCreditCode),
  legalName: requiredColumn('legal_name', '单位名称', textCell(2, 200)),
  legalNameEn: optionalColumn('legal_name_en', '英文名称', textCell(2, 200)),
  unitType: requiredColumn('unit_type', '单位类型', choiceCell(unitTypes)),
  industryCode: requiredColumn('industry_code', '行业代码', textCell(1, 2)),
  regionCode: requiredColumn('region_code', '行政区划代码', textCell(6, 6)),
  address: requiredColumn('address', '地址', textCell(1, 300)),
  introduction: optionalColumn('introduction', '单位简介', textCell(0, 5_000)),
  contactName: requiredColumn('contact_name', '联系人', textCell(1, 80)),
  contactPhone: requiredColumn('contact_phone', '联系电话', patternCell(phonePattern)),
  contactEmail: optionalColumn(
    'contact_email',
    '联系邮箱',
    patternCell(/^(?=.{3,254}$)[^\s@]{1,64}@[^\s@]{1,253}$/),
  ),
};

export type CompanyLine = CsvRow<typeof companyColumns>;

/** What an export says besides and an import passes over. */
export const exportOnlyColumns = ['status', 'verified_at', 'reverify_by'] as const;

export function lineContent(line: CompanyLine): CompanyContent {
  return { ...line, introduction: line.introduction ?? '' };
}

/** The columns of `staged`; the merge names them. */
export const stagedColumns = [
  'credit_code text',
  'is_credit_code_sound boolean',
  'legal_name text',
  'legal_name_en text',
  'unit_type text',
  'industry_code text',
  'region_code text',
  'address text',
  'introduction text',
  'contact_name text',
  'contact_phone text',
  'contact_email text',
] as const;

export function stagedValues(line: CompanyLine): CopyValue[] {
  const { creditCode, introduction, ...rest } = line;
  return [
    creditCode,
    isCreditCodeSound(creditCode),
    rest.legalName,
    rest.legalNameEn,
    rest.unitType,
    rest.industryCode,
    rest.regionCode,
    rest.address,
    introduction ?? '',
    rest.contactName,
    rest.contactPhone,
    rest.contactEmail,
  ];
}

export const exportHeader = [
  ...Object.values(companyColumns).map((column) => column.name),
  ...exportOnlyColumns,
];

export function exportCells(company: Company): CsvValue[] {
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
    company.status,
    company.verifiedAt,
    company.reverifyBy,
  ];
}
