import { PlatformFoundation1764000000000 } from './1764000000000-platform-foundation.js';
import { IdentityAccounts1764000010000 } from './1764000010000-identity-accounts.js';

/** Every migration in order. Append only; a merged one is never edited. */
export const migrations = [PlatformFoundation1764000000000, IdentityAccounts1764000010000];
