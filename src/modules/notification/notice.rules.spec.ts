import {
  mailedNoticeKinds,
  noticeKinds,
  noticeTemplate,
  renderNotice,
  toldStatuses,
} from './notice.rules.js';

/** A place may be filled with the name in the text's own language: `{fairName}`, `{fairNameEn}`. */
const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+?)(?:En)?\}/g)].map(([, name]) => String(name)).sort();

describe('the texts of notices', () => {
  it.each(noticeKinds)('%s says the same in Chinese and English', (kind) => {
    const { title, text } = noticeTemplate(kind);
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(title.en + text.en).not.toMatch(/\p{Script=Han}/u);
    expect(placesOf(text.zh)).toEqual(placesOf(text.en));
  });

  it('name the posting that they are about', () => {
    const { text } = renderNotice('application.offered', { jobPostingTitle: '会计' });
    expect(text.zh).toContain('“会计”');
    expect(text.en).toContain('“会计”');
  });

  it('take a title for text, never for a place to fill', () => {
    const { text } = renderNotice('application.offered', { jobPostingTitle: '{status} $& a' });
    expect(text.en).toContain('“{status} $& a”');
  });

  it('exist for a kind that this version does not know', () => {
    expect(renderNotice('interview.moved', {}).text).toEqual({
      zh: '您有一条新通知。',
      en: 'There is news for you.',
    });
  });

  it('go by mail where an answer or a step is expected', () => {
    expect(mailedNoticeKinds).toEqual([
      'application.processed',
      'application.shortlisted',
      'application.interview_offered',
      'application.intent',
      'application.offered',
      'application.rejected',
      'fair.cancelled',
      'booth.approved',
      'booth.waitlisted',
      'booth.rejected',
    ]);
  });

  it('tell no applicant of the own steps', () => {
    expect(toldStatuses).toEqual(expect.arrayContaining(['viewed', 'rejected']));
    for (const own of ['submitted', 'accepted', 'withdrawn', 'processed']) {
      expect(toldStatuses).not.toContain(own);
    }
  });
});
