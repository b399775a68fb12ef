/** A text in both languages of the product. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

export type NoticeParameters = Readonly<Record<string, string | number>>;

/** Something that happened and that one person should know of. */
export interface Notice {
  readonly id: string;
  readonly kind: string;
  /** The row that it is about: an application, a fair, a booth. */
  readonly subjectId: string;
  /** Ids, states and titles; nothing personal of anybody else. */
  readonly params: NoticeParameters;
  readonly readAt: Date | null;
  readonly createdAt: Date;
}

interface NoticeTemplate {
  readonly title: BilingualText;
  readonly text: BilingualText;
  /** What stands beside the title in the subject of its mail; the title of the posting when left out. */
  readonly about?: BilingualText;
  /** Important enough to reach people who are not looking. */
  readonly isMailed: boolean;
}

const aboutPosting: BilingualText = { zh: '{jobPostingTitle}', en: '{jobPostingTitle}' };
const aboutFair: BilingualText = { zh: '{fairName}', en: '{fairNameEn}' };

/** `{name}` places are filled from the notice's parameters when it is read. */
const templates: Readonly<Record<string, NoticeTemplate>> = {
  'application.processed': {
    title: { zh: '投递已处理', en: 'Application processed' },
    text: {
      zh: '您对“{jobPostingTitle}”的投递已处理完毕，可以查看匹配结果。',
      en: 'Your application for “{jobPostingTitle}” has been processed; see how well it matches.',
    },
    isMailed: true,
  },
  'application.viewed': {
    title: { zh: '投递已被查看', en: 'Application viewed' },
    text: {
      zh: '用人单位查看了您对“{jobPostingTitle}”的投递。',
      en: 'The employer has looked at your application for “{jobPostingTitle}”.',
    },
    isMailed: false,
  },
  'application.shortlisted': {
    title: { zh: '进入候选名单', en: 'Shortlisted' },
    text: {
      zh: '您对“{jobPostingTitle}”的投递进入了候选名单。',
      en: 'Your application for “{jobPostingTitle}” has been shortlisted.',
    },
    isMailed: true,
  },
  'application.interview_offered': {
    title: { zh: '面试邀请', en: 'Invitation to an interview' },
    text: {
      zh: '用人单位邀请您参加“{jobPostingTitle}”的面试。',
      en: 'The employer invites you to an interview for “{jobPostingTitle}”.',
    },
    isMailed: true,
  },
  'application.interview_done': {
    title: { zh: '面试已完成', en: 'Interview done' },
    text: {
      zh: '“{jobPostingTitle}”的面试已完成，请等待结果。',
      en: 'The interview for “{jobPostingTitle}” is done; the result will follow.',
    },
    isMailed: false,
  },
  'application.intent': {
    title: { zh: '达成意向', en: 'Mutual interest' },
    text: {
      zh: '您与用人单位就“{jobPostingTitle}”达成了意向。',
      en: 'You and the employer are interested in each other for “{jobPostingTitle}”.',
    },
    isMailed: true,
  },
  'application.offered': {
    title: { zh: '录用通知', en: 'Job offer' },
    text: {
      zh: '用人单位就“{jobPostingTitle}”向您发出了录用通知，请查看并答复。',
      en: 'The employer offers you the job “{jobPostingTitle}”; please read it and answer.',
    },
    isMailed: true,
  },
  'application.onboarded': {
    title: { zh: '已报到', en: 'Started' },
    text: {
      zh: '用人单位确认您已就“{jobPostingTitle}”报到。',
      en: 'The employer confirms that you have started as “{jobPostingTitle}”.',
    },
    isMailed: false,
  },
  'application.rejected': {
    title: { zh: '投递结果', en: 'Result of your application' },
    text: {
      zh: '很遗憾，您对“{jobPostingTitle}”的投递未被录用。',
      en: 'Unfortunately your application for “{jobPostingTitle}” was not successful.',
    },
    isMailed: true,
  },
  'application.expired': {
    title: { zh: '投递已过期', en: 'Application expired' },
    text: {
      zh: '您对“{jobPostingTitle}”的投递已过期。',
      en: 'Your application for “{jobPostingTitle}” has expired.',
    },
    isMailed: false,
  },
  'fair.cancelled': {
    title: { zh: '招聘会取消', en: 'Fair cancelled' },
    about: aboutFair,
    text: {
      zh: '“{fairName}”已取消。已经提交的投递保留，用人单位仍可处理。',
      en: '“{fairNameEn}” has been cancelled. Applications that were sent are kept, and employers can still answer them.',
    },
    isMailed: true,
  },
  'booth.approved': {
    title: { zh: '展位已通过', en: 'Booth approved' },
    about: aboutFair,
    text: {
      zh: '贵单位在“{fairName}”的展位已通过审核，可以布置展位了。',
      en: 'Your booth at “{fairNameEn}” has been approved; you can set it up now.',
    },
    isMailed: true,
  },
  'booth.waitlisted': {
    title: { zh: '展位候补', en: 'Booth on the waiting list' },
    about: aboutFair,
    text: {
      zh: '贵单位在“{fairName}”的展位进入候补，有空位时主办方会再作决定。',
      en: 'Your booth at “{fairNameEn}” is on the waiting list; the organizer decides again when a place is free.',
    },
    isMailed: true,
  },
  'booth.rejected': {
    title: { zh: '展位未通过', en: 'Booth rejected' },
    about: aboutFair,
    text: {
      zh: '贵单位在“{fairName}”的展位未通过审核，理由见展位页面。',
      en: 'Your booth at “{fairNameEn}” was not approved; the reason stands with the booth.',
    },
    isMailed: true,
  },
};

/** What a notice of another version of the product says, until this one is updated. */
const unknownKind: Pick<NoticeTemplate, 'title' | 'text'> = {
  title: { zh: '新通知', en: 'New notice' },
  text: { zh: '您有一条新通知。', en: 'There is news for you.' },
};

export const noticeKinds: readonly string[] = Object.keys(templates);
export const mailedNoticeKinds: readonly string[] = noticeKinds.filter(
  (kind) => templates[kind]?.isMailed,
);

export const processedKind = 'application.processed';

/** The signal that brings new notices from a worker to the sockets of every API process. */
export const noticeSignal = 'notice';

/** The page of the client that shows what a kind is about. */
export function noticePathOf(kind: string): string {
  return kind.startsWith(statusPrefix) ? '/applications' : '/fairs/{fairId}';
}

/** The mail that goes with a kind. */
export function mailTemplateOf(kind: string): string {
  return `notification.${kind}`;
}

const statusPrefix = 'application.';

/** The statuses of an application that its applicant hears of; the own steps are not among them. */
export const toldStatuses: readonly string[] = noticeKinds
  .filter((kind) => kind !== processedKind && kind.startsWith(statusPrefix))
  .map((kind) => kind.slice(statusPrefix.length));

export function noticeTemplate(kind: string): Pick<NoticeTemplate, 'title' | 'text'> {
  return templates[kind] ?? unknownKind;
}

/** The subject of the mail that goes with a kind. */
export function mailSubjectOf(kind: string): BilingualText {
  const { title } = noticeTemplate(kind);
  const about = templates[kind]?.about ?? aboutPosting;
  return { zh: `${title.zh}：${about.zh}`, en: `${title.en}: ${about.en}` };
}

/** A notice in both languages, so that a reader may change the language without asking again. */
export function renderNotice(
  kind: string,
  parameters: NoticeParameters,
): { readonly title: BilingualText; readonly text: BilingualText } {
  const { title, text } = noticeTemplate(kind);
  return {
    title: { zh: fill(title.zh, parameters), en: fill(title.en, parameters) },
    text: { zh: fill(text.zh, parameters), en: fill(text.en, parameters) },
  };
}

function fill(text: string, parameters: NoticeParameters): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}
