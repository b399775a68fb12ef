import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { newId } from '../../src/platform/ids/new-id.js';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Somebody with a browser: keeps the session cookie, speaks JSON and sockets. */
export class Person {
  private constructor(
    readonly url: string,
    readonly email: string,
    readonly userId: string,
    readonly cookie: string,
  ) {}

  static readonly password = 'correct horse battery staple';

  static async signUp(url: string, name: string): Promise<Person> {
    const email = `${newId()}@people.example`;
    const response = await fetch(`${url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, email, password: Person.password }),
    });
    if (response.status !== 200) throw new Error(`Sign-up answered ${response.status}`);
    const { user } = (await response.json()) as { user: { id: string } };
    return new Person(url, email, user.id, cookieOf(response));
  }

  /** Somebody who is not signed in. */
  static visitor(url: string): Person {
    return new Person(url, '', '', '');
  }

  async get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.request('GET', path);
  }

  async post<Body = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.request('POST', path, body, headers);
  }

  async request<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...this.headersFor(body), ...headers },
      ...(body === undefined ? {} : { body: payloadOf(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: parsed as Body };
  }

  private headersFor(body: unknown): Record<string, string> {
    const isJson = body !== undefined && !(body instanceof FormData);
    return {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(isJson ? { 'content-type': 'application/json' } : {}),
    };
  }

  /** Uploads one CSV file as a browser form does. */
  async upload<Body = Record<string, unknown>>(
    path: string,
    content: string | Uint8Array<ArrayBuffer>,
    filename = 'file.csv',
  ): Promise<Answer<Body>> {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'text/csv' }), filename);
    return this.request('POST', path, form);
  }

  /** A connected socket; close it in the test. */
  async socket(options: { origin?: string } = {}): Promise<Socket> {
    const socket = io(this.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(options.origin ? { origin: options.origin } : {}),
      },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }
}

function payloadOf(body: unknown): string | FormData {
  return body instanceof FormData ? body : JSON.stringify(body);
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
