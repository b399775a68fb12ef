import { defineErrors } from '../../platform/errors/error-catalogue.js';

export const ApplicationErrors = defineErrors({
  'application.posting-unknown': {
    category: 'not-found',
    zh: '该岗位不存在',
    en: 'This opening does not exist',
  },
  'application.posting-closed': {
    category: 'conflict',
    zh: '该岗位已停止接收投递',
    en: 'This opening no longer takes applications',
  },
  'application.not-in-fair': {
    category: 'conflict',
    zh: '该岗位不在这场招聘会中',
    en: 'This opening is not part of this fair',
  },
  'application.fair-closed': {
    category: 'conflict',
    zh: '这场招聘会目前不接收投递',
    en: 'This fair does not take applications now',
  },
  'application.session-unknown': {
    category: 'invalid',
    zh: '直播场次不属于这场招聘会',
    en: 'This live session is not part of this fair',
  },
  'application.own-company': {
    category: 'conflict',
    zh: '不能投递自己所在的单位',
    en: 'You cannot apply to a company that you represent',
  },
  'application.answer-missing': {
    category: 'invalid',
    zh: '请回答此问题',
    en: 'Please answer this question',
  },
  'application.answer-unknown': {
    category: 'invalid',
    zh: '该岗位没有这个问题',
    en: 'This opening has no such question',
  },
  'application.transition-impossible': {
    category: 'conflict',
    zh: '当前状态“{from}”不能变更为“{to}”',
    en: 'An application that is "{from}" cannot become "{to}"',
  },
  'application.reason-missing': {
    category: 'invalid',
    zh: '请说明原因',
    en: 'Please give the reason',
  },
  'application.no-attention-needed': {
    category: 'conflict',
    zh: '这份投递不需要人工处理',
    en: 'This application does not need attention',
  },
});
