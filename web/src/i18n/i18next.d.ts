import 'i18next';
import type texts from './zh-cn.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof texts };
    returnNull: false;
  }
}
