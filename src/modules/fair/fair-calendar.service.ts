import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { FairMilestoneService } from './fair-milestone.service.js';
import { FairErrors } from './fair.errors.js';
import { FairRepository } from './fair.repository.js';
import { canMoveFair } from './fair.rules.js';
import type { Fair, FairStatus } from './fair.rules.js';
import { FairService } from './fair.service.js';

/** A fair's way from plan to archive: by hand, and by its hours. */
@Injectable()
export class FairCalendarService {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairService,
    private readonly repository: FairRepository,
    private readonly milestones: FairMilestoneService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async move(actor: Actor, id: string, to: FairStatus): Promise<Fair> {
    const now = this.clock.now();
    await this.database.transaction(async (transaction) => {
      const { status: from } = await this.fairs.lockOrganized(
        transaction,
        actor,
        id,
        'fair.manage',
      );
      if (!canMoveFair(from, to)) throw new DomainError(FairErrors['fair.transition-refused']);
      // Its hours may have moved it before anybody wrote that down.
      await this.followHoursOf(transaction, now, id);
      await this.repository.setStatus(transaction, id, to, now);
      await this.milestones.reach(transaction, id, from, to);
      await this.audit.record(transaction, actor, {
        action: 'fair.moved',
        subjectId: id,
        details: { from, to },
      });
    });
    return this.fairs.read(actor, id);
  }

  /** Writes down which fairs their hours have opened or closed; readers see it without this. */
  async followHours(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction((transaction) => this.followHoursOf(transaction, now, null));
  }

  private async followHoursOf(
    transaction: Transaction,
    now: Date,
    id: string | null,
  ): Promise<void> {
    const opened = await this.repository.openDue(transaction, now, id);
    const closed = await this.repository.closeDue(transaction, now, id);
    if (opened.length > 0) await this.milestones.open(transaction, opened);
    if (closed.length > 0) await this.milestones.close(transaction, closed);
  }
}
