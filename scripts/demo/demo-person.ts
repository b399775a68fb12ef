import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AUTHENTICATION } from '../../src/modules/identity/index.js';
import type { Authentication } from '../../src/modules/identity/index.js';

type Method = 'GET' | 'POST' | 'PUT';

interface Page<Item> {
  readonly items: readonly Item[];
}

/** Somebody of the demo, who does everything the way people do it, without a network. */
export class DemoPerson {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly userId: string,
    readonly name: string,
    readonly email: string,
    private readonly cookie: string,
  ) {}

  /** Signs up. Who is there already, from a start that was cut off, gets this password now. */
  static async enter(
    app: NestFastifyApplication,
    { name, email }: { readonly name: string; readonly email: string },
    password: string,
  ): Promise<DemoPerson> {
    const url = '/api/auth/sign-up/email';
    let answer = await app.inject({ method: 'POST', url, payload: { name, email, password } });
    if (answer.statusCode !== 200) {
      await setPassword(app, email, password);
      const signIn = '/api/auth/sign-in/email';
      answer = await app.inject({ method: 'POST', url: signIn, payload: { email, password } });
    }
    if (answer.statusCode !== 200) throw new Error(`${email} cannot sign in: ${answer.body}`);
    const { user } = answer.json<{ user: { id: string } }>();
    const cookie = answer.cookies.map((set) => `${set.name}=${encodeURIComponent(set.value)}`);
    return new DemoPerson(app, user.id, name, email, cookie.join('; '));
  }

  async get<Body>(path: string): Promise<Body> {
    return this.send<Body>('GET', path);
  }

  async list<Item>(path: string): Promise<readonly Item[]> {
    return (await this.get<Page<Item>>(path)).items;
  }

  async post<Body>(path: string, body: object): Promise<Body> {
    return this.send<Body>('POST', path, { payload: body });
  }

  async put(path: string, body: object): Promise<void> {
    await this.send('PUT', path, { payload: body });
  }

  /** Takes a thing to its next status. */
  async move(path: string, to: string): Promise<void> {
    await this.post(`${path}/transitions`, { to });
  }

  async upload(path: string, name: string, text: string): Promise<void> {
    const boundary = 'cloudfair-demo';
    const payload = [
      `--${boundary}`,
      `content-disposition: form-data; name="file"; filename="${name}"`,
      'content-type: text/csv; charset=utf-8',
      '',
      text,
      `--${boundary}--`,
      '',
    ].join('\r\n');
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const report = await this.send<{ rejected: number }>('POST', path, { payload, headers });
    if (report.rejected > 0) throw new Error(`${name}: ${JSON.stringify(report)}`);
  }

  private async send<Body>(
    method: Method,
    path: string,
    content: { payload?: string | object; headers?: Record<string, string> } = {},
  ): Promise<Body> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      ...content,
      headers: { ...content.headers, cookie: this.cookie },
    });
    if (answer.statusCode > 299) {
      throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
    }
    return (answer.body === '' ? null : answer.json()) as Body;
  }
}

async function setPassword(
  app: NestFastifyApplication,
  email: string,
  password: string,
): Promise<void> {
  const context = await app.get<Authentication>(AUTHENTICATION).$context;
  const known = await context.internalAdapter.findUserByEmail(email);
  if (!known) return;
  await context.internalAdapter.updatePassword(
    known.user.id,
    await context.password.hash(password),
  );
}
