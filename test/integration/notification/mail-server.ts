import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it takes and can be told to refuse. */
export interface MailServer {
  readonly url: string;
  readonly taken: readonly ParsedMail[];
  /** How many deliveries were tried, taken or not. */
  readonly tries: number;
  /** Refuses the next deliveries for the moment, as a full mailbox does. */
  refuseNext(count: number): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const state = { refusals: 0, tries: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      state.tries += 1;
      simpleParser(stream).then((mail) => {
        if (state.refusals > 0) {
          state.refusals -= 1;
          done(Object.assign(new Error('Mailbox is full for now'), { responseCode: 452 }));
          return;
        }
        taken.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    get tries() {
      return state.tries;
    },
    refuseNext: (count) => {
      state.refusals = count;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
