import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { WatchedPage } from '../watched-page.ts';
import { addressesOf, arrived, it } from './on-stage.ts';
import { declaredRoutes, routeOf } from '../routes.ts';

const staff = ['li.na', 'zhang.wei', 'chen.jie', 'zhao.min', 'sun.yue', 'admin'];
const routes = declaredRoutes();
/** Looked at by somebody, in one of these tests. */
const seen = new Set<string>();
/** Where no link of the demo leads these people: buttons, or records it has none of. Other tests here open some of them, without axe. */
const notLedTo = [
  '/online-payments/$onlinePaymentId',
  '/portal',
  '/portal/compare',
  '/portal/orders/$orderId/cancel',
  '/portal/orders/$orderId/change',
  '/portal/orders/$orderId/itinerary',
  '/portal/orders/$orderId/travellers',
  '/portal/products/$productId/wait/$departureId',
  '/portal/quotations/$quotationId',
  '/training/$courseCode',
  '/users/invitations',
  '/waiting-entries/$waitingEntryId',
];

describe('every page', () => {
  for (const login of staff)
    it(`is usable by everybody: those of ${login}`, { timeout: 600_000 }, async ({ stage }) => {
      const visitor = await stage.as(login);
      await visitor.page.goto('/');
      await arrived(visitor.page);
      const ways = await addressesOf(visitor.page, 'nav a');
      expect(ways.length).toBeGreaterThan(5);
      expect(await lookFrom(visitor, ['/', ...ways, '/account'])).toEqual([]);
    });

  it('is usable by everybody: those of a customer', { timeout: 600_000 }, async ({ stage }) => {
    const visitor = await stage.as('wang');
    await visitor.page.goto('/portal');
    await arrived(visitor.page);
    const ways = await addressesOf(visitor.page, 'nav a');
    expect(ways.length).toBe(5);
    // Beside orders, below the same place.
    const beside = ['/portal/quotations', '/portal/quotations/ask', '/portal/waiting'];
    expect(await lookFrom(visitor, [...ways, ...beside])).toEqual([]);
  });

  it('is usable by everybody: those before the sign-in', { timeout: 600_000 }, async ({ stage }) => {
    const ofAgency = `?agency=${stage.agency}`;
    const ways = ['/sign-in', '/portal/sign-in', `/portal/sign-in${ofAgency}`, `/portal/register${ofAgency}`];
    expect(await lookFrom(await stage.visit(), ways)).toEqual([]);
  });

  it('has been looked at by the tests above', () => {
    expect(routes.filter((route) => !seen.has(route))).toEqual(notLedTo);
  });
});

/** Looks at these pages, and at whatever they lead to that nobody has looked at yet. @returns what is to be mended */
async function lookFrom(visitor: WatchedPage, ways: readonly string[]): Promise<string[]> {
  const findings: string[] = [];
  const next = [...ways];
  const looked = new Set<string>();
  for (let way = next.shift(); way !== undefined; way = next.shift()) {
    const route = routeOf(way, routes);
    if (looked.has(way) || (!ways.includes(way) && route !== undefined && seen.has(route))) continue;
    looked.add(way);
    findings.push(...(await look(visitor, way)));
    if (route !== undefined) seen.add(route);
    next.push(...(await addressesOf(visitor.page, 'main a')).filter((one) => isNew(one)));
  }
  return findings;
}

function isNew(address: string): boolean {
  const route = routeOf(address, routes);
  return route !== undefined && !seen.has(route);
}

/** Opens a page, and says what hinders somebody there and what it complained about. */
async function look({ page, complaints }: WatchedPage, address: string): Promise<string[]> {
  await page.goto(address);
  await arrived(page);
  return [...(await hindrances(page)), ...(await foreignNames(page)), ...complaints()].map(
    (one) => `${address}: ${one}`,
  );
}

/** What the parts of pages are called in English on a page in Chinese, for those who hear it. */
async function foreignNames(page: Page): Promise<string[]> {
  const parts = await page.locator('[class*="ant-"][aria-label], .anticon[aria-label]').all();
  const names = await Promise.all(
    parts.map(async (part) =>
      (await part.getAttribute('aria-hidden')) === 'true' ? '' : await part.getAttribute('aria-label'),
    ),
  );
  return names.flatMap((name) =>
    name && /^[A-Z]?[a-z]+([ -][A-Za-z]+)*$/.test(name) ? [`called “${name}”`] : [],
  );
}

/** What is serious or critical by WCAG 2.1 AA. */
async function hindrances(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The preview of a letter: nothing runs there, not even the look for what hinders.
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html.slice(0, 200)}`));
}
