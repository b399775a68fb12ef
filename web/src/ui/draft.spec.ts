import { claimDrafts, draftOf, dropDrafts } from './draft';

describe('a draft', () => {
  it('is not there where storage is switched off, and nothing else fails', () => {
    // This process has no window at all.
    const draft = draftOf<{ phone: string }>('applicant-profile');
    claimDrafts('somebody');
    draft.keep({ phone: '13800001234' });
    expect(draft.read()).toEqual({});
    draft.drop();
    dropDrafts();
  });
});
