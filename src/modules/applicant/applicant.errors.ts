import { defineErrors } from '../../platform/errors/error-catalogue.js';

export const ApplicantErrors = defineErrors({
  'applicant.region-unknown': {
    category: 'invalid',
    zh: '没有这个行政区划代码（GB/T 2260）',
    en: 'No such region code (GB/T 2260)',
  },
  'applicant.occupation-unknown': {
    category: 'invalid',
    zh: '没有这个职业代码（职业分类大典）',
    en: 'No such occupation code',
  },
  'applicant.occupation-missing': {
    category: 'invalid',
    zh: '至少选择一个求职职业',
    en: 'Name at least one occupation',
  },
  'applicant.birth-date-wrong': {
    category: 'invalid',
    zh: '出生日期不正确',
    en: 'This is no date of birth',
  },
  'applicant.too-young': {
    category: 'invalid',
    zh: '须年满 {years} 周岁',
    en: 'You have to be {years} or older',
  },
});
