import { defineMailTemplate } from '../../platform/mail/mail-template.js';
import { mailedNoticeKinds, mailTemplateOf, noticeTemplate } from './notice.rules.js';

/** Each mailed notice says in the mail what it says in the product, and where to go on. */
for (const kind of mailedNoticeKinds) {
  const { title, text } = noticeTemplate(kind);
  defineMailTemplate(mailTemplateOf(kind), {
    'zh-CN': {
      subject: `${title.zh}：{jobPostingTitle}`,
      text: `{name}，您好：\n\n${text.zh}\n\n请登录查看：{publicUrl}/applications\n`,
    },
    en: {
      subject: `${title.en}: {jobPostingTitle}`,
      text: `Hello {name},\n\n${text.en}\n\nSign in to see it: {publicUrl}/applications\n`,
    },
  });
}
