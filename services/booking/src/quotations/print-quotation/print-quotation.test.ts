import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nights, openQuotingDesk } from '../../fixtures/quoting.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

async function printed({ token }: Staff, id: string, query = '') {
  const url = `${world.url('booking')}/v1/quotations/${id}/revisions/1/document${query}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const file = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    file,
    pages: file.match(/\/Type \/Page\n/g)?.length ?? 0,
  };
}

describe('a quotation as PDF', () => {
  it('is a file with the Chinese font in it, as many pages as it needs', async () => {
    const { quote, sales } = await openQuotingDesk(world);
    const short = await quote();
    const one = await printed(sales, short.body.id);
    expect(one).toMatchObject({ status: 200, type: 'application/pdf', pages: 1 });
    expect(one.file).toMatch(/^%PDF-1\.\d[^]*NotoSansSC[^]*%%EOF\s*$/);
    const many = Array.from({ length: 60 }, () => nights('30000'));
    const long = await quote({ lines: many, note: '请携带有效证件。'.repeat(400) });
    const english = await printed(sales, long.body.id, '?language=en');
    expect(english.status).toBe(200);
    expect(english.pages).toBeGreaterThan(2);
  });

  it('with cost is for those who may see it', async () => {
    const { quote, sales, reviewer, agency } = await openQuotingDesk(world);
    const { body } = await quote();
    const inside = '?edition=internal';
    expect(await printed(sales, body.id, inside)).toMatchObject({
      status: 403,
      type: 'application/problem+json; charset=utf-8',
    });
    expect(await printed(reviewer, body.id, inside)).toMatchObject({ status: 200, type: 'application/pdf' });
    const franchise = await agency.staff('branch-manager', await agency.openBranch('franchise'));
    expect(await printed(franchise, body.id, inside)).toMatchObject({ status: 404 });
  });

  it('is made for many at once, and answers go on meanwhile', async () => {
    const { quote, sales } = await openQuotingDesk(world);
    const { body } = await quote();
    const files = Promise.all(Array.from({ length: 5 }, () => printed(sales, body.id)));
    expect(await sales.get(`${world.url('booking')}/v1/quotations/${body.id}`)).toMatchObject({
      status: 200,
    });
    expect((await files).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});
