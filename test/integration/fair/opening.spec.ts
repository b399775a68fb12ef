import { FairService } from '../../../src/modules/fair/index.js';
import { openFair } from '../../support/open-fair.js';
import type { OpenFair } from '../../support/open-fair.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { move } from './fair-stage.js';
import type { Listed } from './fair-stage.js';

interface OpeningBody {
  id: string;
  companyId: string;
  title: string;
  status: string;
}

let app: TestApp;
let fair: OpenFair;
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp();
  visitor = Person.visitor(app.url);
  fair = await openFair(app, { companies: 3, postingsEach: 4 });
});
afterAll(() => app.stop());

async function openings(query = ''): Promise<OpeningBody[]> {
  const path = `/api/v1/fairs/${fair.fairId}/job-postings?limit=100${query}`;
  return (await visitor.get<Listed<OpeningBody>>(path)).body.items;
}

describe('the openings of a fair', () => {
  it('are listed page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const path = `/api/v1/fairs/${fair.fairId}/job-postings?limit=5${after}`;
      const { body } = await visitor.get<Listed<OpeningBody>>(path);
      seen.push(...body.items.map((opening) => opening.id));
      cursor = body.nextCursor;
    }
    const placed = fair.openings.map((opening) => opening.jobPostingId);
    expect(seen).toEqual(placed.sort().reverse());
  });

  it('are found by words, occupation, region and company', async () => {
    const [company] = fair.openings;
    const first = company?.companyId ?? '';
    const counts = await Promise.all(
      [
        '&query=工程师3',
        '&query=%25',
        '&query=上海测试',
        '&occupationCode=2',
        '&occupationCode=2-02',
        '&occupationCode=3',
        '&regionCode=310000',
        '&regionCode=310115',
        '&regionCode=320000',
        `&companyId=${first}`,
      ].map(async (query) => [query, (await openings(query)).length]),
    );
    expect(counts).toEqual([
      ['&query=工程师3', 3],
      ['&query=%25', 0],
      ['&query=上海测试', 12],
      ['&occupationCode=2', 12],
      ['&occupationCode=2-02', 12],
      ['&occupationCode=3', 0],
      ['&regionCode=310000', 12],
      ['&regionCode=310115', 12],
      ['&regionCode=320000', 0],
      [`&companyId=${first}`, 4],
    ]);
  });

  it('that are taken down leave the visitors’ list but not the count, and lose their words', async () => {
    const [gone] = fair.openings;
    const id = gone?.jobPostingId ?? '';
    const step = { to: 'taken_down', reason: '内容违规' };
    const taken = await fair.operator.post(`/api/v1/job-postings/${id}/transitions`, step);
    expect(taken.status).toBe(200);
    expect(await openings()).toHaveLength(11);
    const placed = await openings('&state=placed');
    expect(placed).toHaveLength(12);
    expect(placed.find((opening) => opening.id === id)).toMatchObject({
      status: 'taken_down',
      title: '',
    });
  });

  it.each(['state=all', 'occupationCode=x', 'regionCode=31', 'companyId=1', 'cursor=W10'])(
    'refuse ?%s',
    async (query) => {
      const path = `/api/v1/fairs/${fair.fairId}/job-postings?${query}`;
      expect((await visitor.get(path)).status).toBe(422);
    },
  );

  it('answer for many applications at once where they stand and whether the fair is open', async () => {
    const fairs = app.app.get(FairService);
    const other = await openFair(app, { companies: 1, postingsEach: 1 });
    const jobPostingId = fair.openings[1]?.jobPostingId ?? '';
    const asked = [
      { fairId: fair.fairId, jobPostingId },
      { fairId: other.fairId, jobPostingId },
      { fairId: fair.fairId, jobPostingId: fair.fairId },
      { fairId: jobPostingId, jobPostingId },
    ];
    const flags = async () =>
      (await fairs.placementsOf(asked)).map(({ isPlaced, isFairOpen }) => [isPlaced, isFairOpen]);
    expect(await flags()).toEqual([
      [true, true],
      [false, true],
      [false, true],
      [false, false],
    ]);
    await move(fair.operator, fair.fairId, 'closed');
    expect(await flags()).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });
});
