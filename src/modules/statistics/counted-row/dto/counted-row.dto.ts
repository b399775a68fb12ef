import { Id } from '../../../../platform/http/fields.js';
import { PageQuery } from '../../../../platform/http/page.js';

export class FairRowsQuery extends PageQuery {
  /** Only those of one company. */
  @Id({ optional: true })
  companyId?: string;
}
