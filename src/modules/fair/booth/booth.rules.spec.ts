import { fairStatuses } from '../fair.rules.js';
import {
  boothStatuses,
  canApply,
  canBePresent,
  canChoosePostings,
  canDecide,
  decisions,
  presences,
} from './booth.rules.js';

const open = ['planned', 'registration_open', 'booths_frozen', 'live'];
const decided = [
  'applied approved',
  'applied waitlisted',
  'applied rejected',
  'waitlisted approved',
  'waitlisted rejected',
  'rejected approved',
  'approved rejected',
  'set_up rejected',
  'offline rejected',
];
const staffed = ['approved set_up', 'set_up online', 'online offline', 'offline online'];

describe('the booth of a company', () => {
  it.each(fairStatuses)('is decided on in a fair that is %s', (fair) => {
    for (const from of boothStatuses) {
      for (const to of decisions) {
        const expected = open.includes(fair) && decided.includes(`${from} ${to}`);
        expect([from, to, canDecide(fair, from, to)]).toEqual([from, to, expected]);
      }
    }
  });

  it.each(fairStatuses)('is set up, opened and closed in a fair that is %s', (fair) => {
    for (const from of boothStatuses) {
      for (const to of presences) {
        const isTime = to === 'online' ? fair === 'live' : open.includes(fair);
        const expected = isTime && staffed.includes(`${from} ${to}`);
        expect([from, to, canBePresent(fair, from, to)]).toEqual([from, to, expected]);
      }
    }
  });

  it.each(fairStatuses)('is applied for and filled in a fair that is %s', (fair) => {
    expect(canApply(fair)).toBe(fair === 'registration_open');
    expect(canChoosePostings(fair, 'applied')).toBe(open.includes(fair));
    expect(canChoosePostings(fair, 'rejected')).toBe(false);
  });
});
