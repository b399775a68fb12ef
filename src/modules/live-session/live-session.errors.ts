import { defineErrors } from '../../platform/errors/error-catalogue.js';

export const LiveSessionErrors = defineErrors({
  'live-session.transition-refused': {
    category: 'conflict',
    zh: '直播当前状态不允许此操作',
    en: 'The session cannot take this step in its current status',
  },
  'live-session.fair-not-live': {
    category: 'conflict',
    zh: '招聘会尚未开始或已经结束，不能开播',
    en: 'The fair is not open, so the session cannot go on air',
  },
  'live-session.fair-over': {
    category: 'conflict',
    zh: '招聘会已结束，不能再安排直播',
    en: 'The fair is over, so no session can be scheduled',
  },
  'live-session.not-on-air': {
    category: 'conflict',
    zh: '直播未在进行',
    en: 'The session is not on air',
  },
  'live-session.length': {
    category: 'invalid',
    zh: '结束须晚于开始，最长 {hours} 小时',
    en: 'It must end after it starts and last {hours} hours at most',
  },
  'live-session.outside-fair': {
    category: 'invalid',
    zh: '时间须在招聘会时间之内',
    en: 'The time must lie within the hours of the fair',
  },
  'live-session.company-not-in-fair': {
    category: 'invalid',
    zh: '该企业在本场招聘会没有展位',
    en: 'This company has no booth in the fair',
  },
  'live-session.unknown-host': {
    category: 'invalid',
    zh: '没有这个主持人账号',
    en: 'There is no such account to host the session',
  },
  'live-session.unknown-agenda-item': {
    category: 'invalid',
    zh: '议程中没有这一项',
    en: 'There is no such item in the agenda of the fair',
  },
  'live-session.posting-not-in-fair': {
    category: 'invalid',
    zh: '该岗位不在本场招聘会展示',
    en: 'This opening is not shown in the fair',
  },
  'live-session.posting-not-published': {
    category: 'invalid',
    zh: '只能推送正在发布的岗位',
    en: 'Only a published opening can be pushed',
  },
  'live-session.posting-of-other-company': {
    category: 'invalid',
    zh: '企业直播只能推送本企业的岗位',
    en: 'A company’s session can push its own openings only',
  },
  'live-session.too-fast': {
    category: 'rate-limited',
    zh: '发言过快，请稍等一下',
    en: 'You are writing too fast, please wait a moment',
  },
  'live-session.too-many-joined': {
    category: 'rate-limited',
    zh: '同时观看的直播过多',
    en: 'Too many sessions are watched at once',
  },
});
