import { Injectable } from '@nestjs/common';
import { reaches } from '../../../platform/auth/actor.js';
import type { Actor, Reach } from '../../../platform/auth/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { newId } from '../../../platform/ids/new-id.js';
import { CompanyService } from '../../company/index.js';
import { FairErrors } from '../fair.errors.js';
import { FairService } from '../fair.service.js';
import { TallyService } from '../tally/tally.service.js';
import { BoothRepository } from './booth.repository.js';
import type { LockedBooth } from './booth.repository.js';
import { canApply, canBePresent, canChoosePostings, isPlaced } from './booth.rules.js';
import type { Presence } from './booth.rules.js';
import { BoothService } from './booth.service.js';
import type { NamedBooth } from './booth.service.js';

/** What a company does with its booth. */
@Injectable()
export class ExhibitorService {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairService,
    private readonly repository: BoothRepository,
    private readonly tally: TallyService,
    private readonly companies: CompanyService,
    private readonly booths: BoothService,
  ) {}

  async apply(actor: Actor, fairId: string, companyId: string): Promise<NamedBooth> {
    if (!reaches(await this.companies.reachOf(actor, 'booth.apply'), companyId)) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    const booth = { id: newId(), fairId, companyId };
    await this.database.transaction(async (transaction) => {
      const fair = await this.fairs.lockVisible(transaction, actor, fairId);
      if (!canApply(fair.status)) throw new DomainError(FairErrors['booth.registration-closed']);
      await this.companies.assertMayPost(transaction, companyId);
      const isNew = await this.repository.insertApplied(transaction, booth);
      if (!isNew) throw new DomainError(FairErrors['booth.exists']);
    });
    return this.booths.read(fairId, booth.id);
  }

  /** Sets the booth up, opens it to visitors or closes it for a while. */
  async setPresence(
    actor: Actor,
    fairId: string,
    boothId: string,
    to: Presence,
  ): Promise<NamedBooth> {
    const editable = await this.companies.reachOf(actor, 'booth.edit');
    await this.database.transaction(async (transaction) => {
      const fair = await this.fairs.lockVisible(transaction, actor, fairId);
      const booth = await this.lockOwn(transaction, editable, fairId, boothId);
      if (!canBePresent(fair.status, booth.status, to)) {
        throw new DomainError(FairErrors['booth.transition-refused']);
      }
      await this.repository.setPresence(transaction, boothId, to);
    });
    return this.booths.read(fairId, boothId);
  }

  /** Shows exactly these openings in the booth. */
  async choosePostings(
    actor: Actor,
    fairId: string,
    boothId: string,
    jobPostingIds: readonly string[],
  ): Promise<NamedBooth> {
    const editable = await this.companies.reachOf(actor, 'booth.edit');
    await this.database.transaction(async (transaction) => {
      const fair = await this.fairs.lockVisible(transaction, actor, fairId);
      const booth = await this.lockOwn(transaction, editable, fairId, boothId);
      if (!canChoosePostings(fair.status, booth.status)) {
        throw new DomainError(FairErrors['booth.transition-refused']);
      }
      await this.exchangePostings(transaction, fairId, booth, new Set(jobPostingIds));
    });
    return this.booths.read(fairId, boothId);
  }

  /** A company that is no longer shown cannot be met either. */
  async darken(transaction: Transaction, companyIds: readonly string[]): Promise<void> {
    await this.repository.takeOffline(transaction, companyIds);
  }

  private async exchangePostings(
    transaction: Transaction,
    fairId: string,
    booth: LockedBooth,
    wanted: ReadonlySet<string>,
  ): Promise<void> {
    const shown = new Set(await this.repository.postingsOf(transaction, booth.id));
    const entering = [...wanted].filter((id) => !shown.has(id));
    const leaving = [...shown].filter((id) => !wanted.has(id));
    await this.assertShowable(transaction, booth.companyId, entering);
    await this.repository.hide(transaction, booth.id, leaving);
    await this.repository.show(transaction, fairId, booth.id, entering);
    if (!isPlaced(booth.status)) return;
    await this.tally.move(transaction, fairId, {
      entering: { companyIds: [], jobPostingIds: entering },
      leaving: { companyIds: [], jobPostingIds: leaving },
    });
  }

  private async assertShowable(
    transaction: Transaction,
    companyId: string,
    jobPostingIds: readonly string[],
  ): Promise<void> {
    const showable = await this.repository.showable(transaction, companyId, jobPostingIds);
    const count = jobPostingIds.length - showable.length;
    if (count > 0) throw new DomainError(FairErrors['booth.postings-refused'], { count });
  }

  private async lockOwn(
    transaction: Transaction,
    editable: Reach,
    fairId: string,
    boothId: string,
  ): Promise<LockedBooth> {
    const booth = await this.repository.lock(transaction, fairId, boothId);
    if (!booth || !reaches(editable, booth.companyId)) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    return booth;
  }
}
