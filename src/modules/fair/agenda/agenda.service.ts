import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { newId } from '../../../platform/ids/new-id.js';
import { FairErrors, refuse } from '../fair.errors.js';
import { openStatuses } from '../fair.rules.js';
import type { Fair } from '../fair.rules.js';
import { FairService } from '../fair.service.js';
import { AgendaQueries } from './agenda.queries.js';
import { AgendaRepository } from './agenda.repository.js';
import { agendaTimeFaults, mostAgendaItems } from './agenda.rules.js';
import type { AgendaItem } from './agenda.rules.js';

export type AgendaContent = Omit<AgendaItem, 'id' | 'fairId'>;

/** What happens when during a fair. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairService,
    private readonly repository: AgendaRepository,
    private readonly queries: AgendaQueries,
  ) {}

  async list(actor: Actor | null, fairId: string): Promise<AgendaItem[]> {
    await this.fairs.read(actor, fairId);
    return this.queries.itemsOf(fairId);
  }

  async add(actor: Actor, fairId: string, content: AgendaContent): Promise<AgendaItem> {
    return this.database.transaction(async (transaction) => {
      const fair = await this.lockOpen(transaction, actor, fairId);
      refuse(agendaTimeFaults(content, fair));
      if ((await this.repository.count(transaction, fairId)) >= mostAgendaItems) {
        throw new DomainError(FairErrors['agenda-item.too-many'], { most: mostAgendaItems });
      }
      const item = { id: newId(), fairId, ...content };
      await this.repository.insert(transaction, item);
      return item;
    });
  }

  /** Changes what is given; what is left out stays. */
  async edit(
    actor: Actor,
    fairId: string,
    id: string,
    changes: Partial<AgendaContent>,
  ): Promise<AgendaItem> {
    return this.database.transaction(async (transaction) => {
      const fair = await this.lockOpen(transaction, actor, fairId);
      const known = await this.repository.find(transaction, fairId, id);
      if (!known) throw new DomainError(PlatformErrors['resource.not-found']);
      const item = { ...known, ...changes };
      refuse(agendaTimeFaults(item, fair));
      await this.repository.update(transaction, item);
      return item;
    });
  }

  async remove(actor: Actor, fairId: string, id: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await this.lockOpen(transaction, actor, fairId);
      const removed = await this.repository.delete(transaction, fairId, id);
      if (!removed) throw new DomainError(PlatformErrors['resource.not-found']);
    });
  }

  private async lockOpen(transaction: Transaction, actor: Actor, fairId: string): Promise<Fair> {
    const fair = await this.fairs.lockOrganized(transaction, actor, fairId, 'fair.manage');
    if (!openStatuses.includes(fair.status)) throw new DomainError(FairErrors['fair.over']);
    return fair;
  }
}
