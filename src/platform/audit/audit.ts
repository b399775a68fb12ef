import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { Transaction } from '../database/transaction.js';
import { newId } from '../ids/new-id.js';

export interface AuditEntry {
  /** What was done, for example `company.verified`. */
  readonly action: string;
  readonly subjectId: string;
  /** Ids, states and reasons; never names or contact data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Who did what to which record. The table refuses UPDATE and DELETE. */
@Injectable()
export class Audit {
  async record(transaction: Transaction, actor: Actor | null, entry: AuditEntry): Promise<void> {
    await transaction.statement(
      'audit.record',
      `INSERT INTO audit_entry (id, actor_id, action, subject_id, details)
       VALUES ($1, $2, $3, $4, $5)`,
      [newId(), actor?.userId ?? null, entry.action, entry.subjectId, entry.details ?? {}],
    );
  }
}
