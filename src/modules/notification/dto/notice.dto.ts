import { Choice } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.js';

export class NoticeListQuery extends PageQuery {
  /** `true`: only what has not been read. */
  @Choice(['true', 'false'], { optional: true })
  unread?: string;
}
