import fc from 'fast-check';
import {
  checkCreditCode,
  creditCodeWithChecksum,
  isReviewableFault,
  normalizeCreditCode,
} from './credit-code.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const firstSeventeen = fc
  .tuple(
    fc.constantFrom(...'123456789ANY'),
    fc.constantFrom(...'123456789'),
    fc.stringMatching(/^[0-9]{6}$/),
    fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
  )
  .map(([department, kind, region, organization]) =>
    [department, kind, region, ...organization].join(''),
  );

describe('credit codes', () => {
  it.each([
    ['91350100M000100Y43', 'a code with letters'],
    ['91110000101623741K', 'a check letter'],
    ['911101066976941872', 'digits only'],
    ['91310115MA10000290', 'the check character zero'],
    ['N2320583MF00000011', 'a letter as its head'],
  ])('accepts %s: %s', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true });
  });

  it("leaves a real firm's code that fails the checksum to a reviewer", () => {
    expect(checkCreditCode('91350211M0000XUF46')).toEqual({ ok: false, reason: 'checksum' });
    expect(isReviewableFault('checksum')).toBe(true);
  });

  it.each([
    ['', 'length'],
    ['91310115MA1000029', 'length'],
    ['91310115MA10000290 ', 'length'],
    ['91310115ma10000290', 'character'],
    ['91310115MI10000290', 'character'],
    ['91310115MA1000029０', 'character'],
    ['0131011500000000X0', 'head'],
    ['9031011500000000X0', 'head'],
    ['B131011500000000X0', 'head'],
    ['9131A115MA10000290', 'region'],
  ] as const)('refuses "%s" for good because of its %s', (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason });
    expect(isReviewableFault(reason)).toBe(false);
  });

  it('reads what people type', () => {
    expect(normalizeCreditCode(' 9131 0115-ma10 0002 90\n')).toBe('91310115MA10000290');
    expect(normalizeCreditCode('９１３１０１１５ＭＡ１００００２９０')).toBe('91310115MA10000290');
  });

  it('accepts every code that it completes', () => {
    fc.assert(
      fc.property(firstSeventeen, (first17) => {
        expect(checkCreditCode(creditCodeWithChecksum(first17))).toEqual({ ok: true });
      }),
      { numRuns: 2_000 },
    );
  });

  it('notices every single wrong character', () => {
    const change = fc.tuple(
      firstSeventeen.map(creditCodeWithChecksum),
      fc.nat(17),
      fc.constantFrom(...alphabet),
    );
    fc.assert(
      fc.property(change, ([code, position, character]) => {
        fc.pre(code[position] !== character);
        const changed = code.slice(0, position) + character + code.slice(position + 1);
        expect(checkCreditCode(changed).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(typeof checkCreditCode(normalizeCreditCode(text)).ok).toBe('boolean');
      }),
    );
  });

  it('completes exactly 17 characters', () => {
    expect(() => creditCodeWithChecksum('91')).toThrow(RangeError);
  });
});
