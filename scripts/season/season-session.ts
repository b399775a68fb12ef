import { newId } from '../../src/platform/ids/new-id.js';
import type { HttpClient } from './http-client.js';

const talkEvery = 150;
/** A person may say something once a second. */
const personEvery = 1_500;
const cardEvery = 25;
const hours = 3_600_000;

const lines = [
  '请问这个岗位要求几年经验？',
  '有没有夜班？',
  '应届毕业生可以投吗？',
  '岗位在哪个区，交通方便吗？',
  '试用期多久，工资打几折？',
  '已投递，谢谢主持人！',
  'Is English needed for this job?',
  '包住宿吗？',
  '什么时候面试？',
  '这家企业还有别的岗位吗？',
];

/** A session that is on air while the applications come in: people talk, the host pushes cards. */
export class SeasonSession {
  sent = 0;
  cards = 0;
  private timer: NodeJS.Timeout | null = null;
  private last: Promise<void> = Promise.resolve();
  private fault: Error | null = null;

  private constructor(
    private readonly http: HttpClient,
    private readonly hostCookie: string,
    readonly id: string,
  ) {}

  static async goOnAir(
    http: HttpClient,
    hostCookie: string,
    fairId: string,
  ): Promise<SeasonSession> {
    const now = Date.now();
    const { id } = await http.json<{ id: string }>('POST', '/api/v1/live-sessions', {
      cookie: hostCookie,
      body: {
        fairId,
        title: '直播带岗：企业在线答疑',
        titleEn: 'Employers live: questions and answers',
        scheduledStart: new Date(now).toISOString(),
        scheduledEnd: new Date(now + 4 * hours).toISOString(),
      },
    });
    const session = new SeasonSession(http, hostCookie, id);
    await session.post('transitions', hostCookie, { to: 'on_air' });
    return session;
  }

  /** Goes on until `quiet`. */
  talk(cookies: readonly string[], postingIds: readonly string[]): void {
    const pause = Math.max(talkEvery, personEvery / cookies.length);
    const step = async (): Promise<void> => {
      await this.sayNext(cookies);
      if (this.sent % cardEvery === 1) await this.pushNext(postingIds);
      if (this.timer) this.timer = setTimeout(next, pause);
    };
    const next = (): void => {
      this.last = step().catch((error: Error) => {
        this.fault = error;
      });
    };
    this.timer = setTimeout(next, pause);
  }

  async quiet(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.last;
    if (this.fault) throw this.fault;
  }

  private async sayNext(cookies: readonly string[]): Promise<void> {
    const text = lines[this.sent % lines.length];
    // Another person each time: nobody may flood a chat.
    const cookie = cookies[this.sent % cookies.length] ?? '';
    await this.post('messages', cookie, { text, clientKey: newId() });
    this.sent += 1;
  }

  private async pushNext(postingIds: readonly string[]): Promise<void> {
    const jobPostingId = postingIds[this.cards];
    if (!jobPostingId) return;
    await this.post('cards', this.hostCookie, { jobPostingId });
    this.cards += 1;
  }

  private async post(part: string, cookie: string, body: object): Promise<void> {
    await this.http.json('POST', `/api/v1/live-sessions/${this.id}/${part}`, { cookie, body });
  }
}
