import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { fairAt, inHours, organizer } from './fair-stage.js';
import type { Listed } from './fair-stage.js';

let app: TestApp;
let zhou: Person;
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp();
  zhou = await organizer(app);
  visitor = Person.visitor(app.url);
});
afterAll(() => app.stop());

const fairs = '/api/v1/fairs';

describe('the agenda of a fair', () => {
  it('is kept by the organizer in the order of time', async () => {
    const id = await fairAt(zhou, ['registration_open']);
    const path = `${fairs}/${id}/agenda-items`;
    const item = (title: string, from: number, to: number) => ({
      kind: 'talk',
      title,
      startsAt: inHours(from),
      endsAt: inHours(to),
    });
    const second = await zhou.post<{ id: string }>(path, item('二', 3, 4));
    const first = await zhou.post<{ id: string }>(path, item('一', 2, 3));
    const agenda = async () =>
      (await visitor.get<Listed<{ title: string }>>(`${fairs}/${id}/agenda`)).body.items.map(
        ({ title }) => title,
      );
    expect(await agenda()).toEqual(['一', '二']);
    const edited = await zhou.request('PATCH', `${path}/${first.body.id}`, {
      title: '三',
      startsAt: inHours(5),
      endsAt: inHours(6),
    });
    expect(edited.body).toMatchObject({ title: '三', kind: 'talk' });
    expect(await agenda()).toEqual(['二', '三']);
    expect((await zhou.request('DELETE', `${path}/${second.body.id}`)).status).toBe(204);
    expect((await zhou.request('DELETE', `${path}/${second.body.id}`)).status).toBe(404);
    expect(await agenda()).toEqual(['三']);
    const rival = await organizer(app);
    expect((await rival.request('DELETE', `${path}/${first.body.id}`)).status).toBe(404);
  });

  it('refuses an item without a title or outside the fair', async () => {
    const id = await fairAt(zhou);
    const codes = async (body: object) => {
      const answer = await zhou.post(`${fairs}/${id}/agenda-items`, body);
      expect(answer.status).toBe(422);
      return (answer.body.errors as { field: string; code: string }[]).map(
        ({ field, code }) => `${field} ${code}`,
      );
    };
    const item = { kind: 'talk', title: '讲座', startsAt: inHours(2), endsAt: inHours(3) };
    expect(await codes({ ...item, title: ' ' })).toEqual(['title field.length']);
    expect(await codes({ ...item, endsAt: inHours(10) })).toEqual([
      'endsAt agenda-item.outside-fair',
    ]);
    expect(await codes({ ...item, endsAt: inHours(1.5) })).toEqual([
      'endsAt agenda-item.ends-before-start',
    ]);
    expect(await codes({ ...item, kind: 'party' })).toEqual(['kind field.choice']);
  });
});
