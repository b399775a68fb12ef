import { defineErrors } from '../../platform/errors/error-catalogue.js';

export const JobPostingErrors = defineErrors({
  'job-posting.company-unknown': {
    category: 'invalid',
    zh: '没有这家单位，或您不能为其发布岗位',
    en: 'There is no such company, or you cannot post for it',
  },
  'job-posting.company-not-verified': {
    category: 'conflict',
    zh: '该单位未通过核验，不能发布岗位',
    en: 'This company is not verified and may not post',
  },
  'job-posting.reference-taken': {
    category: 'conflict',
    zh: '本单位已有该编号的岗位',
    en: 'The company has a posting with this number already',
  },
  'job-posting.occupation-unknown': {
    category: 'invalid',
    zh: '没有这个职业代码（职业分类大典）',
    en: 'No such occupation code',
  },
  'job-posting.region-unknown': {
    category: 'invalid',
    zh: '没有这个行政区划代码（GB/T 2260）',
    en: 'No such region code (GB/T 2260)',
  },
  'job-posting.pay-reversed': {
    category: 'invalid',
    zh: '最高薪酬不能低于最低薪酬',
    en: 'The highest pay cannot be below the lowest',
  },
  'job-posting.pay-negotiable': {
    category: 'invalid',
    zh: '必须写明基本薪酬，不能面议',
    en: 'Base pay must be stated; it cannot be negotiable',
  },
  'job-posting.validity-past': {
    category: 'invalid',
    zh: '有效期须在将来',
    en: 'The validity must end in the future',
  },
  'job-posting.validity-too-long': {
    category: 'invalid',
    zh: '有效期最长 {days} 天',
    en: 'The validity may be up to {days} days',
  },
  'job-posting.question-repeated': {
    category: 'invalid',
    zh: '问题编号重复',
    en: 'Two questions have the same id',
  },
  'job-posting.question-id': {
    category: 'invalid',
    zh: '该问题编号不可用，请换一个',
    en: 'This question id cannot be used, please choose another',
  },
  'job-posting.question-choices': {
    category: 'invalid',
    zh: '选择题至少要有两个不同的选项，其他题型没有选项',
    en: 'A choice has two or more different choices, other kinds have none',
  },
  'job-posting.question-answers': {
    category: 'invalid',
    zh: '合格答案须是可选的答案',
    en: 'Acceptable answers must be possible answers',
  },
  'job-posting.step-refused': {
    category: 'conflict',
    zh: '岗位当前状态为“{from}”，不能变为“{to}”',
    en: 'A posting that is {from} cannot become {to}',
  },
  'job-posting.reason-missing': {
    category: 'invalid',
    zh: '请说明理由',
    en: 'Please give the reason',
  },
  'job-posting.own-review': {
    category: 'forbidden',
    zh: '不能审核自己单位的岗位',
    en: 'You cannot review a posting of your own company',
  },
  'job-posting.not-editable': {
    category: 'conflict',
    zh: '岗位当前状态不能修改',
    en: 'The posting cannot be changed in its present status',
  },
  'job-posting.closed-for-good': {
    category: 'conflict',
    zh: '该岗位已招满、撤回、下架或归档，不能再导入',
    en: 'This posting was filled, withdrawn, taken down or archived and cannot be imported again',
  },
});
