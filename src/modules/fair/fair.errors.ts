import { DomainError } from '../../platform/errors/domain-error.js';
import type { FieldFault } from '../../platform/errors/domain-error.js';
import { defineErrors } from '../../platform/errors/error-catalogue.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';

export const FairErrors = defineErrors({
  'fair.transition-refused': {
    category: 'conflict',
    zh: '招聘会当前状态不允许此操作',
    en: 'The fair cannot take this step in its current status',
  },
  'fair.over': {
    category: 'conflict',
    zh: '招聘会已结束，内容不能再修改',
    en: 'The fair is over and can no longer be changed',
  },
  'fair.already-open': {
    category: 'conflict',
    zh: '招聘会已经开始，开始时间不能再修改',
    en: 'The fair has begun, so its opening time can no longer change',
  },
  'fair.ends-before-start': {
    category: 'invalid',
    zh: '结束时间须晚于开始时间',
    en: 'The end must be later than the start',
  },
  'fair.too-long': {
    category: 'invalid',
    zh: '招聘会最长 {days} 天',
    en: 'A fair lasts {days} days at most',
  },
  'fair.ends-in-past': {
    category: 'invalid',
    zh: '结束时间已经过去',
    en: 'This end has already passed',
  },
  'fair.unknown-region': {
    category: 'invalid',
    zh: '地区代码不存在（GB/T 2260）',
    en: 'There is no such region code (GB/T 2260)',
  },
  'fair.unknown-time-zone': {
    category: 'invalid',
    zh: '时区不存在，例如 Asia/Shanghai',
    en: 'There is no such time zone; an example is Asia/Shanghai',
  },
  'fair.unknown-organizer': {
    category: 'invalid',
    zh: '主办机构不存在或不属于您',
    en: 'This organizer does not exist or is not yours',
  },
  'fair.agenda-outside': {
    category: 'conflict',
    zh: '有议程项目不在招聘会时间内，请先调整议程',
    en: 'Some agenda items lie outside these hours; change the agenda first',
  },
  'agenda-item.outside-fair': {
    category: 'invalid',
    zh: '时间须在招聘会时间之内',
    en: 'The time must lie within the hours of the fair',
  },
  'agenda-item.ends-before-start': {
    category: 'invalid',
    zh: '结束时间须晚于开始时间',
    en: 'The end must be later than the start',
  },
  'agenda-item.too-many': {
    category: 'conflict',
    zh: '一场招聘会最多 {most} 个议程项目',
    en: 'A fair has {most} agenda items at most',
  },
  'booth.registration-closed': {
    category: 'conflict',
    zh: '招聘会当前不接受展位申请',
    en: 'The fair does not take booth applications now',
  },
  'booth.company-not-verified': {
    category: 'conflict',
    zh: '企业尚未通过认证，不能申请展位',
    en: 'The company is not verified yet, so it cannot apply for a booth',
  },
  'booth.exists': {
    category: 'conflict',
    zh: '该企业在本场招聘会已有展位或申请',
    en: 'This company already has a booth or an application in this fair',
  },
  'booth.transition-refused': {
    category: 'conflict',
    zh: '展位当前状态不允许此操作',
    en: 'The booth cannot take this step in its current status',
  },
  'booth.postings-refused': {
    category: 'invalid',
    zh: '只能选择本企业正在发布的岗位，有 {count} 个不符合',
    en: 'Only published openings of this company can be shown; {count} are not',
  },
  'visit.too-many': {
    category: 'rate-limited',
    zh: '访问过于频繁，请稍后再试',
    en: 'Too many visits, please try again shortly',
  },
});

/** @throws DomainError `request.invalid` naming every fault, if there is any */
export function refuse(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new DomainError(PlatformErrors['request.invalid'], {}, faults);
}
