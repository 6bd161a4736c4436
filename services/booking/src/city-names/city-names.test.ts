import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

const url = () => `${world.url('booking')}/v1/city-names`;
const guilin = { city: '桂林', name: { zh: '桂林', en: 'Guilin' } };
const kyoto = { city: '京都', name: { zh: '京都', en: 'Kyoto' } };

async function openDesk() {
  const agency = await world.foundAgency();
  return agency.staff('project-manager');
}

describe('the names of cities', () => {
  it('are none at first, and after each setting those that were set', async () => {
    const manager = await openDesk();
    const first = await manager.get(url());
    expect([first.headers.get('etag'), first.body]).toEqual(['"1"', { cities: [], version: 1 }]);
    expect(await manager.put(url(), { cities: [guilin] }, 1)).toMatchObject({
      status: 200,
      body: { cities: [guilin], version: 2 },
    });
    expect(await manager.put(url(), { cities: [guilin, kyoto] }, 2)).toMatchObject({ status: 200 });
    expect((await manager.get(url())).body).toEqual({ cities: [guilin, kyoto], version: 3 });
  });

  it('are set once when two set them at once, and by nobody who has not read the newest', async () => {
    const manager = await openDesk();
    const answers = await Promise.all([guilin, kyoto].map((one) => manager.put(url(), { cities: [one] }, 1)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(await manager.put(url(), { cities: [] }, 1)).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
  });

  it('are refused where a city stands twice or a language is missing, naming the place', async () => {
    const manager = await openDesk();
    expect(await manager.put(url(), { cities: [guilin, kyoto, guilin] }, 1)).toMatchObject({
      status: 422,
      body: { code: 'booking/city-named-twice', errors: [{ field: '/body/cities' }] },
    });
    const half = { city: '桂林', name: { zh: '桂林' } };
    expect(await manager.put(url(), { cities: [half] }, 1)).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/cities/0/name/en', rule: 'required' }] },
    });
  });

  it('are read by whoever sees products, set by whoever changes them, and stay within the agency', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const [sales, manager] = await Promise.all([agency.staff('sales'), agency.staff('project-manager')]);
    expect((await manager.put(url(), { cities: [kyoto] }, 1)).status).toBe(200);
    expect((await sales.get(url())).body).toMatchObject({ cities: [kyoto] });
    expect(await sales.put(url(), { cities: [] }, 2)).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    expect((await other.administrator.get(url())).body).toEqual({ cities: [], version: 1 });
  });
});
