import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import type { NoticeHints } from './notice-hint.rules.js';
import { mailedNoticeKinds } from './notice.rules.js';

/**
 * One notice for each person, subject and kind of the list `told`; a notice that is there already is left
 * alone. Ids are version 7 made here, since nobody knows beforehand how many people will be told.
 */
function tellSql(toldSql: string): string {
  return `
    WITH told AS (
      INSERT INTO notice (recipient_id, id, kind, subject_id, mail_state)
      SELECT recipient_id, (
          lpad(to_hex((date_part('epoch', now()) * 1000)::bigint), 12, '0')
          || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
        kind, subject_id, CASE WHEN kind = ANY($2) THEN 'waiting' END
      FROM (${toldSql}) AS person
      CROSS JOIN LATERAL (SELECT md5(concat_ws(' ', recipient_id, subject_id, kind)) AS hash) AS hashed
      ORDER BY recipient_id
      ON CONFLICT DO NOTHING
      RETURNING recipient_id, id, kind
    )
    SELECT kind, string_agg(recipient_id || ' ' || id || ' ', '') AS hints
    FROM told GROUP BY kind`;
}

/** Who applied in the fair, and who belongs to a company that wanted to take part. */
const tellCancelledSql = tellSql(`
  SELECT applicant_id AS recipient_id, fair_id AS subject_id, 'fair.cancelled' AS kind
  FROM reporting.application WHERE fair_id = ANY($1)
  UNION
  SELECT membership.user_id, booth.fair_id, 'fair.cancelled'
  FROM reporting.booth
  JOIN reporting.company ON company.id = booth.company_id
  JOIN reporting.membership ON membership.organization_id = company.organization_id
  WHERE booth.fair_id = ANY($1) AND booth.status <> 'rejected'`);

/** The status is the present one: of two decisions in one breath people hear of the second. */
const tellDecisionsSql = tellSql(`
  SELECT membership.user_id AS recipient_id, booth.id AS subject_id, 'booth.' || booth.status AS kind
  FROM reporting.booth
  JOIN reporting.company ON company.id = booth.company_id
  JOIN reporting.membership ON membership.organization_id = company.organization_id
  WHERE booth.id = ANY($1) AND booth.status IN ('approved', 'waitlisted', 'rejected')`);

/**
 * A booth that was approved, rejected and approved again: the first approval makes room for the second.
 * The last thing that somebody heard stays, so that a decision is told once however often it is asked for.
 */
const forgetOverturnedSql = `
  DELETE FROM notice USING reporting.booth
  WHERE booth.id = ANY($1) AND notice.subject_id = booth.id AND notice.kind = 'booth.' || booth.status
    AND notice.kind <> 'application.processed'
    AND EXISTS (
      SELECT FROM notice AS later
      WHERE later.subject_id = notice.subject_id AND later.recipient_id = notice.recipient_id
        AND later.kind <> 'application.processed' AND later.created_at > notice.created_at)`;

/** Notices of what happens to fairs and booths. */
@Injectable()
export class FairNoticeRepository {
  /** @returns the new ones */
  async tellCancelled(
    transaction: Transaction,
    fairIds: readonly string[],
  ): Promise<NoticeHints[]> {
    return transaction.query<NoticeHints & Record<string, unknown>>(tellCancelledSql, [
      fairIds,
      mailedNoticeKinds,
    ]);
  }

  /** @returns the new ones */
  async tellDecisions(
    transaction: Transaction,
    boothIds: readonly string[],
  ): Promise<NoticeHints[]> {
    await transaction.query(forgetOverturnedSql, [boothIds]);
    return transaction.query<NoticeHints & Record<string, unknown>>(tellDecisionsSql, [
      boothIds,
      mailedNoticeKinds,
    ]);
  }
}
