import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import type { ApplicationStatus } from './application.rules.js';

export interface LockedApplication {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly applicantId: string;
  readonly companyId: string;
  readonly fairId: string | null;
  readonly status: ApplicationStatus;
  readonly attentionReason: string | null;
}

@Injectable()
export class ApplicationRepository {
  async clearAttention(transaction: Transaction, id: string): Promise<void> {
    await transaction.query('UPDATE application SET attention_reason = NULL WHERE id = $1', [id]);
  }

  async lock(transaction: Transaction, id: string): Promise<LockedApplication | undefined> {
    const [row] = await transaction.query<LockedApplication>(
      `SELECT id, applicant_id AS "applicantId", company_id AS "companyId", fair_id AS "fairId",
              status, attention_reason AS "attentionReason"
       FROM application WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row;
  }

  async saveStatus(
    transaction: Transaction,
    id: string,
    status: ApplicationStatus,
    reason: string | null,
  ): Promise<void> {
    await transaction.query(
      `UPDATE application SET status = $2, status_reason = $3, version = version + 1
       WHERE id = $1`,
      [id, status, reason],
    );
  }
}
