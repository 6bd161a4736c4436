import { createClient, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;

const day = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();

async function find(q: string) {
  const address = url(`/portal-agencies?${new URLSearchParams({ q }).toString()}`);
  const { body } = await createClient().get<{ agencies: { code: string; name: { zh: string } }[] }>(address);
  return body.agencies;
}

async function publish({ administrator }: TestAgency, kind: 'terms' | 'privacy', validFrom = day(0)) {
  const text = { kind, textVersion: '1', validFrom, texts: { zh: '全文', en: 'All of it' } };
  expect((await administrator.post(url('/legal-texts'), text)).status).toBe(201);
}

describe('agencies with a portal', () => {
  it('are found by anybody, by a part of code or name', async () => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    await publish(agency, 'privacy');
    const [found] = await find(agency.code.slice(1).toUpperCase());
    expect(found).toEqual({ code: agency.code, name: expect.objectContaining({ zh: expect.any(String) }) });
    expect((await find(found?.name.zh ?? '?')).map(({ code }) => code)).toContain(agency.code);
    expect((await find('')).length).toBeLessThanOrEqual(20);
  });

  it('are not told of before both texts are in force: nobody could register there', async () => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    expect(await find(agency.code)).toEqual([]);
    await publish(agency, 'privacy', day(2));
    expect(await find(agency.code)).toEqual([]);
  });

  it('are not told of while they are suspended', async () => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    await publish(agency, 'privacy');
    const secret = world.surroundings.secrets.operatorSecret;
    const session = await createClient().post<{ accessToken: string }>(url('/operator-sessions'), { secret });
    const operator = createClient(session.body.accessToken);
    const { status } = await operator.put(url(`/agencies/${agency.id}/state`), { state: 'suspended' }, 1);
    expect(status).toBe(200);
    expect(await find(agency.code)).toEqual([]);
  });
});
