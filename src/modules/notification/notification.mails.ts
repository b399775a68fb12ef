import { defineMailTemplate } from '../../platform/mail/mail-template.js';
import {
  mailedNoticeKinds,
  mailSubjectOf,
  mailTemplateOf,
  noticePathOf,
  noticeTemplate,
} from './notice.rules.js';

/** Each mailed notice says in the mail what it says in the product, and where to go on. */
for (const kind of mailedNoticeKinds) {
  const { text } = noticeTemplate(kind);
  const subject = mailSubjectOf(kind);
  const place = `{publicUrl}${noticePathOf(kind)}`;
  defineMailTemplate(mailTemplateOf(kind), {
    'zh-CN': {
      subject: subject.zh,
      text: `{name}，您好：\n\n${text.zh}\n\n请登录查看：${place}\n`,
    },
    en: {
      subject: subject.en,
      text: `Hello {name},\n\n${text.en}\n\nSign in to see it: ${place}\n`,
    },
  });
}
