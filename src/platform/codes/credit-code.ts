/**
 * Unified social credit codes (统一社会信用代码, GB 32100-2015): one character for the
 * registering department, one for the kind of unit, six digits of the region, nine of the
 * organization code, one check character.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

const length = 18;
const headPattern = /^[1-9ANY][1-9]/;
const regionPattern = /^..[0-9]{6}/;

/**
 * What is wrong with a code. `checksum` alone is no proof: codes of real firms exist that fail it,
 * so a reviewer who has seen the licence may accept the code; every other reason is final.
 */
export type CreditCodeFault = 'length' | 'character' | 'head' | 'region' | 'checksum';

export type CreditCodeCheck =
  { readonly ok: true } | { readonly ok: false; readonly reason: CreditCodeFault };

/** Checks a code in its written form: 18 upper-case characters, nothing around them. */
export function checkCreditCode(text: string): CreditCodeCheck {
  if (text.length !== length) return { ok: false, reason: 'length' };
  if (![...text].every((character) => alphabet.includes(character))) {
    return { ok: false, reason: 'character' };
  }
  if (!headPattern.test(text)) return { ok: false, reason: 'head' };
  if (!regionPattern.test(text)) return { ok: false, reason: 'region' };
  if (checkCharacter(text) !== text.at(-1)) return { ok: false, reason: 'checksum' };
  return { ok: true };
}

/** Whether a reviewer may accept the code in spite of the fault. */
export function isReviewableFault(fault: CreditCodeFault): boolean {
  return fault === 'checksum';
}

/** The written form of what people type: full-width letters, lower case, spaces and hyphens. */
export function normalizeCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Appends the check character to the first 17 characters. */
export function creditCodeWithChecksum(first17: string): string {
  if (first17.length !== length - 1) throw new RangeError('A credit code has 17 characters first');
  return first17 + checkCharacter(first17);
}

function checkCharacter(text: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(text.charAt(index)),
    0,
  );
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}
