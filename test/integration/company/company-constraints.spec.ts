import { newId } from '../../../src/platform/ids/new-id.js';
import { makeMember } from '../../support/organizations.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  for (const creditCode of ['91310115MA10000290', '911101066976941872']) {
    await app.database.query(
      `INSERT INTO company (id, credit_code, is_credit_code_accepted, legal_name, unit_type,
         industry_code, region_code, address, contact_name, contact_phone, status, verified_at,
         reverify_by)
       VALUES ($1, $2, true, '单位', 'other', '65', '310115', 'x', 'x', '12345', 'verified', now(),
               now() + interval '6 months')`,
      [newId(), creditCode],
    );
  }
});

afterAll(() => app.stop());

describe('the database', () => {
  it('refuses a verified company without dates or with an unaccepted code', async () => {
    const update = (change: string) =>
      app.database.query(`UPDATE company SET ${change} WHERE status = 'verified'`);
    await expect(update('verified_at = NULL')).rejects.toMatchObject({ code: '23514' });
    await expect(update('is_credit_code_accepted = false')).rejects.toMatchObject({
      code: '23514',
    });
    await expect(update(`credit_code = 'short'`)).rejects.toMatchObject({ code: '23514' });
  });

  it('lets several members share one company, and no organization have two', async () => {
    const member = await app.person('员工');
    const organizationId = await makeMember(app, member, 'employer', '另一单位', 'recruiter');
    const companies = await app.database.query<{ id: string }>('SELECT id FROM company LIMIT 2');
    await app.database.query('UPDATE company SET organization_id = $1 WHERE id = $2', [
      organizationId,
      companies[0]?.id,
    ]);
    const second = app.database.query('UPDATE company SET organization_id = $1 WHERE id = $2', [
      organizationId,
      companies[1]?.id,
    ]);
    await expect(second).rejects.toMatchObject({ code: '23505' });
  });
});
