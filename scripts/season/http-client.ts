import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** As text; `json()` reads it. */
  readonly text: string;
}

export interface HttpQuestion {
  readonly cookie?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as the file of a multipart form. */
  readonly file?: { readonly name: string; readonly content: Readable };
}

/** A light client that keeps its connections; a browser's fetch costs several times as much. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly address: URL;

  constructor(url: string, connections: number) {
    this.address = new URL(url);
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  }

  async send(method: string, path: string, question: HttpQuestion = {}): Promise<HttpAnswer> {
    const response = await this.answer(method, path, question);
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      text: await text(response),
    };
  }

  /**
   * The answer's JSON.
   *
   * @throws Error with the answer when it is not a success
   */
  async json<Body>(method: string, path: string, question: HttpQuestion = {}): Promise<Body> {
    const answer = await this.send(method, path, question);
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 500)}`);
    }
    return (answer.text === '' ? null : JSON.parse(answer.text)) as Body;
  }

  /** The answer as a stream, for long exports. */
  async stream(path: string, cookie: string): Promise<Readable> {
    const headers = { 'accept-language': 'en' };
    const response = await this.answer('GET', path, { cookie, headers });
    if (response.statusCode !== 200) {
      throw new Error(`GET ${path}: ${response.statusCode} ${await text(response)}`);
    }
    return response;
  }

  close(): void {
    this.agent.destroy();
  }

  private answer(method: string, path: string, question: HttpQuestion): Promise<IncomingMessage> {
    const body = question.body && Buffer.from(JSON.stringify(question.body));
    const boundary = '-----------------------------season';
    const outgoing = request({
      agent: this.agent,
      host: this.address.hostname,
      port: this.address.port,
      method,
      path,
      headers: {
        ...question.headers,
        ...(question.cookie && { cookie: question.cookie }),
        ...(body && { 'content-type': 'application/json', 'content-length': body.length }),
        ...(question.file && { 'content-type': `multipart/form-data; boundary=${boundary}` }),
      },
    });
    return new Promise((resolve, reject) => {
      outgoing.on('response', resolve);
      outgoing.on('error', reject);
      if (!question.file) {
        outgoing.end(body);
        return;
      }
      const { name, content } = question.file;
      outgoing.write(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
          'content-type: text/csv; charset=utf-8\r\n\r\n',
      );
      content.on('error', reject);
      content.on('end', () => outgoing.end(`\r\n--${boundary}--\r\n`));
      content.pipe(outgoing, { end: false });
    });
  }
}
