import { defineErrors } from './error-catalogue.js';

export const PlatformErrors = defineErrors({
  'request.malformed': {
    category: 'malformed',
    zh: '请求无法读取',
    en: 'The request could not be read',
  },
  'request.invalid': {
    category: 'invalid',
    zh: '填写的内容有误，请检查',
    en: 'Some of the input is not valid',
  },
  'request.too-large': {
    category: 'too-large',
    zh: '内容超过大小限制',
    en: 'The content is larger than allowed',
  },
  'request.unsupported-type': {
    category: 'unsupported',
    zh: '不支持的内容类型',
    en: 'This content type is not supported',
  },
  'request.timeout': {
    category: 'timeout',
    zh: '请求没有及时发完',
    en: 'The request did not arrive in time',
  },
  'request.wrong-method': {
    category: 'wrong-method',
    zh: '此地址不支持该请求方法，可用：{allow}',
    en: 'This address does not take this method, but {allow}',
  },
  'request.rate-limited': {
    category: 'rate-limited',
    zh: '操作过于频繁，请稍后再试',
    en: 'Too many requests, please try again shortly',
  },
  'request.key-reused': {
    category: 'invalid',
    zh: '同一个幂等键用于了不同的内容',
    en: 'This idempotency key was used with other content',
  },
  'request.in-progress': {
    category: 'conflict',
    zh: '同样的请求正在处理',
    en: 'The same request is still being processed',
  },
  'session.required': {
    category: 'unauthenticated',
    zh: '请先登录',
    en: 'Please sign in first',
  },
  'permission.denied': {
    category: 'forbidden',
    zh: '没有权限进行此操作',
    en: 'You are not allowed to do this',
  },
  'origin.refused': {
    category: 'forbidden',
    zh: '请求来源不受信任',
    en: 'The request comes from an origin that is not trusted',
  },
  'resource.not-found': {
    category: 'not-found',
    zh: '内容不存在或无权查看',
    en: 'This does not exist or you may not see it',
  },
  'resource.changed': {
    category: 'stale',
    zh: '内容已被他人修改，请刷新后重试',
    en: 'Someone else changed this, please reload and try again',
  },
  'resource.version-missing': {
    category: 'invalid',
    zh: '缺少 If-Match 版本号',
    en: 'The If-Match version is missing',
  },
  'server.overloaded': {
    category: 'unavailable',
    zh: '系统繁忙，请稍后重试',
    en: 'The system is busy, please try again shortly',
  },
  'server.unavailable': {
    category: 'unavailable',
    zh: '服务暂时不可用，请稍后重试',
    en: 'The service is unavailable for a moment, please try again',
  },
  'server.failed': {
    category: 'internal',
    zh: '系统出错，请凭编号联系管理员',
    en: 'Something failed on our side, please quote the number to support',
  },
  'cursor.invalid': {
    category: 'invalid',
    zh: '翻页位置无效',
    en: 'The page position is not valid',
  },
  'field.required': { category: 'invalid', zh: '必填', en: 'Required' },
  'field.unknown': { category: 'invalid', zh: '不认识的字段', en: 'Unknown field' },
  'field.type': { category: 'invalid', zh: '类型不正确', en: 'Wrong type' },
  'field.length': {
    category: 'invalid',
    zh: '长度须在 {least} 到 {most} 之间',
    en: 'Must have {least} to {most} characters',
  },
  'field.range': {
    category: 'invalid',
    zh: '须在 {least} 到 {most} 之间',
    en: 'Must be from {least} to {most}',
  },
  'field.choice': {
    category: 'invalid',
    zh: '须为以下之一：{choices}',
    en: 'Must be one of: {choices}',
  },
  'field.format': { category: 'invalid', zh: '格式不正确', en: 'Wrong format' },
  'field.invalid': { category: 'invalid', zh: '内容不正确', en: 'Not valid' },
});
