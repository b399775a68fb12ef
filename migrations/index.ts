import { PlatformFoundation1764000000000 } from './1764000000000-platform-foundation.js';
import { PlatformCsvImports1764000001000 } from './1764000001000-platform-csv-imports.js';
import { IdentityAccounts1764000010000 } from './1764000010000-identity-accounts.js';
import { CompanyFoundation1764000020000 } from './1764000020000-company-foundation.js';
import { ApplicantFoundation1764000021000 } from './1764000021000-applicant-foundation.js';
import { JobPostingFoundation1764000030000 } from './1764000030000-job-posting-foundation.js';
import { FairFoundation1764000040000 } from './1764000040000-fair-foundation.js';
import { ApplicationFoundation1764000050000 } from './1764000050000-application-foundation.js';
import { LiveSessionFoundation1764000051000 } from './1764000051000-live-session-foundation.js';
import { NotificationNotices1764000060000 } from './1764000060000-notification-notices.js';
import { StatisticsReconciliations1764000061000 } from './1764000061000-statistics-reconciliations.js';
import { PlatformSharedRows1764070000000 } from './1764070000000-platform-shared-rows.js';
import { JobPostingCheaperChecks1764070030000 } from './1764070030000-job-posting-cheaper-checks.js';
import { ApplicationScreeningResult1764070050000 } from './1764070050000-application-screening-result.js';
import { ApplicationReferences1764070051000 } from './1764070051000-application-references.js';
import { JobPostingVersionShown1764080020000 } from './1764080020000-job-posting-version-shown.js';
import { FairPlacements1764080021000 } from './1764080021000-fair-placements.js';
import { PlatformImportItems1764080030000 } from './1764080030000-platform-import-items.js';
import { FairReferences1764080031000 } from './1764080031000-fair-references.js';
import { NotificationMailsOfNotices1764080050000 } from './1764080050000-notification-mails-of-notices.js';
import { PlatformOutboxStorage1764080051000 } from './1764080051000-platform-outbox-storage.js';
import { IdentityMembershipsShown1764080090000 } from './1764080090000-identity-memberships-shown.js';
import { FairKeptPlacements1764090040000 } from './1764090040000-fair-kept-placements.js';
import { ApplicationCountedCompanies1764090050000 } from './1764090050000-application-counted-companies.js';
import { NotificationWaitingMails1764090060000 } from './1764090060000-notification-waiting-mails.js';
import { IdentityWrongPasswords1764100010000 } from './1764100010000-identity-wrong-passwords.js';
import { ApplicationFewerIndexes1764110050000 } from './1764110050000-application-fewer-indexes.js';

/** Every migration in order. Append only; a merged one is never edited. */
export const migrations = [
  PlatformFoundation1764000000000,
  PlatformCsvImports1764000001000,
  IdentityAccounts1764000010000,
  CompanyFoundation1764000020000,
  ApplicantFoundation1764000021000,
  JobPostingFoundation1764000030000,
  FairFoundation1764000040000,
  ApplicationFoundation1764000050000,
  LiveSessionFoundation1764000051000,
  NotificationNotices1764000060000,
  StatisticsReconciliations1764000061000,
  PlatformSharedRows1764070000000,
  JobPostingCheaperChecks1764070030000,
  ApplicationScreeningResult1764070050000,
  ApplicationReferences1764070051000,
  JobPostingVersionShown1764080020000,
  FairPlacements1764080021000,
  PlatformImportItems1764080030000,
  FairReferences1764080031000,
  NotificationMailsOfNotices1764080050000,
  PlatformOutboxStorage1764080051000,
  IdentityMembershipsShown1764080090000,
  FairKeptPlacements1764090040000,
  ApplicationCountedCompanies1764090050000,
  NotificationWaitingMails1764090060000,
  IdentityWrongPasswords1764100010000,
  ApplicationFewerIndexes1764110050000,
];
