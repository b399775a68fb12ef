import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { FairErrors } from '../fair.errors.js';
import { FairService } from '../fair.service.js';
import { TallyService } from '../tally/tally.service.js';
import { BoothRepository } from './booth.repository.js';
import { canDecide, isPlaced } from './booth.rules.js';
import type { Decision } from './booth.rules.js';
import { BoothService } from './booth.service.js';
import type { NamedBooth } from './booth.service.js';

/** What the organizer decides about booths. */
@Injectable()
export class BoothReviewService {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairService,
    private readonly repository: BoothRepository,
    private readonly tally: TallyService,
    private readonly audit: Audit,
    private readonly booths: BoothService,
  ) {}

  async decide(
    actor: Actor,
    fairId: string,
    boothId: string,
    to: Decision,
    reason: string | null,
  ): Promise<NamedBooth> {
    await this.database.transaction(async (transaction) => {
      const fair = await this.fairs.lockOrganized(transaction, actor, fairId, 'fair.review-booths');
      const booth = await this.repository.lock(transaction, fairId, boothId);
      if (!booth) throw new DomainError(PlatformErrors['resource.not-found']);
      if (!canDecide(fair.status, booth.status, to)) {
        throw new DomainError(FairErrors['booth.transition-refused']);
      }
      await this.repository.decide(transaction, boothId, to, reason);
      if (isPlaced(to) !== isPlaced(booth.status)) {
        const jobPostingIds = await this.repository.postingsOf(transaction, boothId);
        const placed = { companyIds: [booth.companyId], jobPostingIds };
        await this.tally.move(
          transaction,
          fairId,
          isPlaced(to) ? { entering: placed } : { leaving: placed },
        );
      }
      await this.audit.record(transaction, actor, {
        action: 'booth.decided',
        subjectId: boothId,
        details: { from: booth.status, to },
      });
    });
    return this.booths.read(fairId, boothId);
  }
}
