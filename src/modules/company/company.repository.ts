import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { CompanyEntity } from './company.entity.js';
import type { Company, CompanyContent } from './company.rules.js';

export type StatusChange = Partial<
  Pick<Company, 'status' | 'statusReason' | 'verifiedAt' | 'reverifyBy' | 'isCreditCodeAccepted'>
>;

@Injectable()
export class CompanyRepository {
  async insert(
    transaction: Transaction,
    company: Omit<Company, 'version' | 'createdAt'>,
    registeredBy: string,
  ): Promise<void> {
    await transaction.manager.insert(CompanyEntity, { ...company, registeredBy, version: 1 });
  }

  async lock(transaction: Transaction, id: string): Promise<Company | null> {
    return transaction.manager.findOne(CompanyEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async saveContent(
    transaction: Transaction,
    company: Company,
    content: CompanyContent & StatusChange,
  ): Promise<void> {
    await transaction.manager.update(CompanyEntity, company.id, {
      ...content,
      contentHash: null,
      version: company.version + 1,
    });
  }

  async saveStatus(
    transaction: Transaction,
    company: Company,
    change: StatusChange,
  ): Promise<void> {
    await transaction.manager.update(CompanyEntity, company.id, {
      ...change,
      version: company.version + 1,
    });
  }

  /** Writes down that verifications have run out. */
  async markDueForReverification(transaction: Transaction, now: Date): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `UPDATE company SET status = 'due_reverify', version = version + 1, updated_at = now()
       WHERE id IN (
         SELECT id FROM company WHERE status = 'verified' AND reverify_by <= $1
         ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED
       )
       RETURNING id`,
      [now],
    );
    return rows.map((row) => row.id);
  }
}
