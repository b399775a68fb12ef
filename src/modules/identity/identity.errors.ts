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
  'identity.weak-password': {
    category: 'invalid',
    zh: '密码过于简单',
    en: 'This password is too easy to guess',
  },
});
