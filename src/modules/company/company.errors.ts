import { defineErrors } from '../../platform/errors/error-catalogue.js';

export const CompanyErrors = defineErrors({
  'company.credit-code-wrong': {
    category: 'invalid',
    zh: '统一社会信用代码不正确',
    en: 'This is no unified social credit code',
  },
  'company.credit-code-unconfirmed': {
    category: 'conflict',
    zh: '信用代码的校验位不符，核对营业执照后请确认接受该代码',
    en: 'The check character of the credit code does not fit; confirm the code after seeing the licence',
  },
  'company.credit-code-fixed': {
    category: 'conflict',
    zh: '提交审核后不能更改统一社会信用代码',
    en: 'The credit code cannot change after submission',
  },
  'company.credit-code-taken': {
    category: 'conflict',
    zh: '该统一社会信用代码已经登记',
    en: 'This credit code is already registered',
  },
  'company.already-registered': {
    category: 'conflict',
    zh: '您的账号已经登记了一家单位',
    en: 'Your account has registered a company already',
  },
  'company.industry-unknown': {
    category: 'invalid',
    zh: '没有这个行业代码（GB/T 4754）',
    en: 'No such industry code (GB/T 4754)',
  },
  'company.region-unknown': {
    category: 'invalid',
    zh: '没有这个行政区划代码（GB/T 2260）',
    en: 'No such region code (GB/T 2260)',
  },
  'company.step-refused': {
    category: 'conflict',
    zh: '单位当前状态为“{from}”，不能变为“{to}”',
    en: 'A company that is {from} cannot become {to}',
  },
  'company.reason-missing': {
    category: 'invalid',
    zh: '请说明理由',
    en: 'Please give the reason',
  },
  'company.own-review': {
    category: 'forbidden',
    zh: '不能审核自己的单位',
    en: 'You cannot review your own company',
  },
  'company.not-editable': {
    category: 'conflict',
    zh: '单位当前状态不能修改',
    en: 'The company cannot be changed in its present status',
  },
  'company.not-verified': {
    category: 'conflict',
    zh: '单位通过核验后才能发布岗位',
    en: 'Only a verified company may post',
  },
  'company.barred': {
    category: 'conflict',
    zh: '该单位已停用，不能导入',
    en: 'This company is barred and cannot be imported',
  },
});
