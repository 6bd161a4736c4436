import { describe, expect } from 'vitest';
import type { WatchedPage } from '../watched-page.ts';
import { declaredRoutes, routeOf } from '../routes.ts';
import { look } from './axe.ts';
import { addressesOf, arrived, it } from './on-stage.ts';
import { unledAddresses } from './unled.ts';

const staff = ['li.na', 'zhang.wei', 'chen.jie', 'zhao.min', 'sun.yue', 'admin'];
/** Beside orders, below the same place of the portal. */
const besideOrders = ['/portal/quotations', '/portal/quotations/ask', '/portal/waiting'];
const routes = declaredRoutes();
/** Which of its pages has been looked at by somebody in both languages, in one of these tests. */
const seen = new Set<string>();

describe('every page, in Chinese and in English,', { timeout: 600_000 }, () => {
  for (const login of staff)
    it(`is usable by everybody: those of ${login}`, async ({ stage }) => {
      const visitor = await stage.as(login);
      expect(await lookFrom(visitor, ['/', ...(await waysFrom(visitor, '/')), '/account'])).toEqual([]);
    });

  it('is usable by everybody: those of a customer', async ({ stage }) => {
    const visitor = await stage.as('wang');
    const ways = await waysFrom(visitor, '/portal');
    expect(await lookFrom(visitor, [...ways, ...besideOrders])).toEqual([]);
  });

  it('is usable by everybody: those before the sign-in', async ({ stage }) => {
    const ofAgency = `?agency=${stage.agency}`;
    const ways = ['/sign-in', '/portal/sign-in', `/portal/sign-in${ofAgency}`, `/portal/register${ofAgency}`];
    expect(await lookFrom(await stage.visit(), ways)).toEqual([]);
  });

  it('is usable by everybody: those of records the demo has none of', async ({ stage }) => {
    const findings: string[] = [];
    for (const [login, addresses] of Object.entries(await unledAddresses(stage)))
      findings.push(...(await lookFrom(await stage.as(login), addresses)));
    expect(findings).toEqual([]);
  });

  it('has been looked at by the tests above', () => {
    expect(routes.filter((route) => !seen.has(route))).toEqual([]);
  });
});

/** Where the menu leads. */
async function waysFrom({ page }: WatchedPage, home: string): Promise<string[]> {
  await page.goto(home);
  await arrived(page);
  const ways = await addressesOf(page, 'nav a');
  expect(ways.length).toBeGreaterThan(4);
  return ways;
}

/** Looks at these pages, and at whatever they lead to that nobody has looked at yet. @returns what is to be mended */
async function lookFrom(visitor: WatchedPage, ways: readonly string[]): Promise<string[]> {
  const isNew = (address: string) => {
    const route = routeOf(address, routes);
    return route !== undefined && !seen.has(route);
  };
  const findings: string[] = [];
  const next = [...ways];
  const looked = new Set<string>();
  for (let way = next.shift(); way !== undefined; way = next.shift()) {
    if (looked.has(way) || (!ways.includes(way) && !isNew(way) && routeOf(way, routes) !== undefined))
      continue;
    looked.add(way);
    findings.push(...(await look(visitor, way)));
    const route = routeOf(way, routes);
    if (route !== undefined) seen.add(route);
    next.push(...(await addressesOf(visitor.page, 'main a')).filter((one) => isNew(one)));
  }
  return findings;
}
