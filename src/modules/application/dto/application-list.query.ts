import { Choice, Id } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.js';
import { applicationStatuses } from '../application.rules.js';
import type { ApplicationStatus } from '../application.rules.js';

export class ApplicationListQuery extends PageQuery {
  /** `mine`: those I sent; `company`: those to my company; `fair`: those at fairs I organize. */
  @Choice(['mine', 'company', 'fair'], { optional: true })
  scope?: 'mine' | 'company' | 'fair';

  @Id({ optional: true })
  fairId?: string;

  @Id({ optional: true })
  companyId?: string;

  @Id({ optional: true })
  jobPostingId?: string;

  @Id({ optional: true })
  liveSessionId?: string;

  @Choice(applicationStatuses, { optional: true })
  status?: ApplicationStatus;

  @Choice(['pending', 'processed', 'attention'], { optional: true })
  state?: 'pending' | 'processed' | 'attention';
}
