export { RequestLocale } from '../http/locale.js';
