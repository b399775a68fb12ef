import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { PeriodicTasks } from '../../platform/queue/periodic-tasks.js';
import { CompanyFacts } from './company.events.js';
import { CompanyRepository } from './company.repository.js';

/**
 * Writes down that verifications have run out. From that very moment the company may not post
 * (`mayPost`); this only makes it visible in lists and tells who listens.
 */
@Injectable()
export class CompanyReverificationService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repository: CompanyRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly periodicTasks: PeriodicTasks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'company.reverify',
      everySeconds: 600,
      run: () => this.markDue(),
    });
  }

  async markDue(): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const ids = await this.repository.markDueForReverification(transaction, this.clock.now());
      for (const id of ids) {
        await this.audit.record(transaction, null, {
          action: 'company.due_reverify',
          subjectId: id,
          details: { from: 'verified' },
        });
      }
      await this.outbox.append(transaction, CompanyFacts.reviewed, ids);
    });
  }
}
