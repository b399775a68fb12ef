import type { ApplyFixture } from '../../../bench/support/apply-fixture.js';

/** What one client learned of one application: the receipt, or nothing certain. */
export interface Outcome {
  readonly applicantId: string;
  readonly jobPostingId: string;
  /** Receipt ids of all 200 and 201 answers, in order. */
  readonly receipts: readonly string[];
  /** Answers 201: at most one may say that it was the first. */
  readonly firsts: number;
  /** Other statuses and broken connections. */
  readonly failures: readonly (number | 'broken')[];
}

const clients = 24;
const sendings = 3;
const pauseBetween = 120;

/**
 * Twenty-four people at their phones: each sends every application three times, as an
 * impatient thumb does, and writes down what came back.
 */
export class Crowd {
  readonly history: Outcome[] = [];
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[];
  private next = 0;

  constructor(
    private readonly url: string,
    private readonly fixture: ApplyFixture,
  ) {
    this.running = Array.from({ length: clients }, () => this.press());
  }

  async stop(): Promise<readonly Outcome[]> {
    this.stopping.abort();
    await Promise.all(this.running);
    return this.history;
  }

  private async press(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const index = this.next;
      this.next += 1;
      this.history.push(await this.apply(index));
      await new Promise((resolve) => setTimeout(resolve, pauseBetween));
    }
  }

  private async apply(index: number): Promise<Outcome> {
    const { people, postingIds, fairId } = this.fixture;
    const person = people[index % people.length] as ApplyFixture['people'][number];
    const round = Math.floor(index / people.length);
    const jobPostingId = postingIds[(index + round * 7) % postingIds.length] as string;
    const body = { jobPostingId, fairId, answers: { q1: '是' }, consent: true };
    const answers = [];
    for (let sending = 0; sending < sendings; sending += 1) {
      answers.push(await submit(this.url, person.cookie, body));
    }
    return {
      applicantId: person.userId,
      jobPostingId,
      receipts: answers.flatMap((answer) => (answer.receipt === null ? [] : [answer.receipt])),
      firsts: answers.filter((answer) => answer.status === 201).length,
      failures: answers.flatMap(({ status }) => (status === 200 || status === 201 ? [] : [status])),
    };
  }
}

interface Submitted {
  readonly status: number | 'broken';
  readonly receipt: string | null;
}

/** One request; a connection that breaks leaves the client without knowledge. */
export async function submit(url: string, cookie: string, body: object): Promise<Submitted> {
  try {
    const response = await fetch(`${url}/api/v1/applications`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await response.text();
    if (response.status !== 200 && response.status !== 201) {
      return { status: response.status, receipt: null };
    }
    return { status: response.status, receipt: (JSON.parse(text) as { id: string }).id };
  } catch {
    return { status: 'broken', receipt: null };
  }
}
