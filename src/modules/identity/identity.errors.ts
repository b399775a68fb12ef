import { defineErrors } from '../../platform/errors/error-catalogue.js';

export const IdentityErrors = defineErrors({
  'identity.account-unknown': {
    category: 'invalid',
    zh: '没有使用该邮箱的账号',
    en: 'There is no account with this e-mail address',
  },
  'identity.role-not-of-kind': {
    category: 'invalid',
    zh: '该类机构没有这个角色',
    en: 'This kind of organization has no such role',
  },
  'identity.last-administrator': {
    category: 'conflict',
    zh: '机构至少要有一名管理员',
    en: 'An organization needs at least one administrator',
  },
  'identity.credentials-wrong': {
    category: 'unauthenticated',
    zh: '邮箱或密码不正确',
    en: 'The e-mail or the password is not right',
  },
  'identity.too-many-wrong-passwords': {
    category: 'rate-limited',
    zh: '密码错误次数过多，请 {minutes} 分钟后再试，或重置密码',
    en: 'Too many wrong passwords; try again in {minutes} min or set a new password',
  },
  'identity.email-invalid': {
    category: 'invalid',
    zh: '请填写正确的邮箱',
    en: 'Please enter a valid e-mail address',
  },
  'identity.email-taken': {
    category: 'invalid',
    zh: '这个邮箱已注册，请直接登录',
    en: 'This e-mail has an account already, please sign in',
  },
  'identity.email-unverified': {
    category: 'forbidden',
    zh: '请先点击邮件中的链接验证邮箱',
    en: 'Please open the link in our mail first',
  },
  'identity.password-short': {
    category: 'invalid',
    zh: '密码至少 {least} 个字符',
    en: 'The password needs at least {least} characters',
  },
  'identity.password-long': {
    category: 'invalid',
    zh: '密码太长了，最多 {most} 个字符',
    en: 'The password is too long; {most} characters at most',
  },
  'identity.link-expired': {
    category: 'invalid',
    zh: '链接无效或已过期，请重新申请',
    en: 'This link is wrong or has expired; please ask for a new one',
  },
  'identity.link-foreign': {
    category: 'forbidden',
    zh: '链接不能指向其他网站',
    en: 'A link must not lead to another site',
  },
  'identity.weak-password': {
    category: 'invalid',
    zh: '密码过于简单',
    en: 'This password is too easy to guess',
  },
});
