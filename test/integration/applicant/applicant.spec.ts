import { ApplicantService } from '../../../src/modules/applicant/index.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

const path = '/api/v1/me/applicant-profile';
const profile = {
  phone: '10000000001',
  education: 4,
  experienceYears: 3,
  birthDate: '1998-02-28',
  regionCode: '310115',
  occupationCodes: ['2-02'],
  skills: ['C', 'RTOS'],
  expectedPayMin: 1_200_000,
  resumeText: '五年嵌入式开发',
};

let app: TestApp;
let person: Person;

beforeAll(async () => {
  app = await startTestApp();
  person = await app.person('求职者');
});

afterAll(() => app.stop());

describe('the profile of an applicant', () => {
  it('is absent until it is written', async () => {
    expect((await person.get(path)).status).toBe(404);
  });

  it('is written whole and read back as written', async () => {
    const written = await person.request('PUT', path, profile);
    expect(written).toMatchObject({ status: 200, body: { ...profile, version: 1 } });
    expect((await person.get(path)).body).toEqual({ ...profile, version: 1 });
    const shorter = await person.request('PUT', path, {
      ...profile,
      birthDate: undefined,
      expectedPayMin: undefined,
    });
    expect(shorter.body).toMatchObject({ birthDate: null, expectedPayMin: null, version: 2 });
  });

  it('holds as many tabs as somebody opens', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => person.request('PUT', path, profile)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await person.get(path)).body.version).toBe(10);
  });

  it.each([
    [{ phone: 'call me' }, 'phone field.format'],
    [{ education: 7 }, 'education field.range'],
    [{ regionCode: '999999' }, 'regionCode applicant.region-unknown'],
    [{ occupationCodes: ['none'] }, 'occupationCodes.0 applicant.occupation-unknown'],
    [{ occupationCodes: [] }, 'occupationCodes applicant.occupation-missing'],
    [{ birthDate: '2025-02-29' }, 'birthDate applicant.birth-date-wrong'],
    [{ resumeText: 'a\u0000b' }, 'resumeText field.length'],
  ])('refuses %j', async (change, fault) => {
    const answer = await person.request<{ errors: { field: string; code: string }[] }>(
      'PUT',
      path,
      { ...profile, ...change },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field, code }) => `${field} ${code}`)).toContain(fault);
  });

  it('is given to matching without name, contact and résumé, for many at once', async () => {
    const profiles = await app.database.transaction((transaction) =>
      app.app.get(ApplicantService).forMatching(transaction, [person.userId]),
    );
    const known: Record<string, unknown> = { ...profile, userId: person.userId };
    delete known.phone;
    delete known.resumeText;
    expect([...profiles.values()]).toEqual([known]);
  });
});
