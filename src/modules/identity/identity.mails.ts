import { defineMailTemplate } from '../../platform/mail/mail-template.js';

export const resetPasswordMail = defineMailTemplate('identity.reset-password', {
  'zh-CN': {
    subject: '重置密码',
    text: '请在一小时内打开以下链接设置新密码：\n{url}\n如非本人操作，请忽略本邮件。',
  },
  en: {
    subject: 'Set a new password',
    text: 'Open this link within one hour to set a new password:\n{url}\nIf you did not ask for it, ignore this mail.',
  },
});

export const verifyEmailMail = defineMailTemplate('identity.verify-email', {
  'zh-CN': { subject: '确认邮箱地址', text: '请打开以下链接确认您的邮箱地址：\n{url}' },
  en: {
    subject: 'Confirm your e-mail address',
    text: 'Open this link to confirm your address:\n{url}',
  },
});
