import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { fairAt, inHours, organizer } from './fair-stage.js';
import type { FairBody, Listed } from './fair-stage.js';

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

describe('the list of fairs', () => {
  it('shows what is open now, then what comes, then what is over, page by page', async () => {
    const name = '次序测试';
    const at = (from: number, to: number) => ({
      name,
      opensAt: inHours(from),
      closesAt: inHours(to),
    });
    const frozen = ['registration_open', 'booths_frozen'];
    const later = await fairAt(zhou, ['registration_open'], at(48, 50));
    const longAgo = await fairAt(zhou, frozen, at(-50, -48));
    const open = await fairAt(zhou, frozen, at(-1, 1));
    const sooner = await fairAt(zhou, ['registration_open'], at(24, 26));
    const lately = await fairAt(zhou, frozen, at(-5, -3));
    const planned = await fairAt(zhou, [], at(2, 3));
    const pages = async (person: Person, query: string) => {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const after: string = cursor === null ? '' : `&cursor=${cursor}`;
        const path = `${fairs}?limit=2&query=${encodeURIComponent(name)}${query}${after}`;
        const { body } = await person.get<Listed<FairBody>>(path);
        ids.push(...body.items.map((fair) => fair.id));
        cursor = body.nextCursor;
      } while (cursor !== null);
      return ids;
    };
    expect(await pages(visitor, '')).toEqual([open, sooner, later, lately, longAgo]);
    expect(await pages(zhou, '')).toEqual([open, planned, sooner, later, lately, longAgo]);
    expect(await pages(visitor, '&status=live,closed')).toEqual([open, lately, longAgo]);
    expect(await pages(visitor, '&status=planned')).toEqual([]);
  });

  it.each([
    'status=open',
    'limit=0',
    'limit=101',
    'cursor=!',
    `cursor=${Buffer.from('["x","y","z","w"]').toString('base64url')}`,
    `cursor=${Buffer.from('["1e400",1,1,"x"]').toString('base64url')}`,
    'query=%00',
    'page=2',
  ])('refuses ?%s without failing', async (query) => {
    const answer = await visitor.get(`${fairs}?${query}`);
    expect(answer.status).toBe(422);
  });
});
