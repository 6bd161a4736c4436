import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { WatchedPage } from '../watched-page.ts';
import { addressesOf, arrived, it } from './on-stage.ts';

const staff = ['li.na', 'zhang.wei', 'chen.jie', 'zhao.min', 'sun.yue', 'admin'];

describe('every page', () => {
  for (const login of staff)
    it(`is usable by everybody: those of ${login}`, { timeout: 600_000 }, async ({ stage }) => {
      const visitor = await stage.as(login);
      await visitor.page.goto('/');
      await arrived(visitor.page);
      const ways = await addressesOf(visitor.page, 'nav a');
      expect(ways.length).toBeGreaterThan(5);
      const findings: string[] = [];
      for (const way of [...ways, '/account']) {
        findings.push(...(await look(visitor, way)));
        const [record] = await addressesOf(visitor.page, 'main tbody td:first-child a, main li a');
        if (record) findings.push(...(await look(visitor, record)));
      }
      expect(findings).toEqual([]);
    });

  it('is usable by everybody: those of a customer', { timeout: 600_000 }, async ({ stage }) => {
    const visitor = await stage.as('wang');
    await visitor.page.goto('/portal');
    await arrived(visitor.page);
    const ways = await addressesOf(visitor.page, 'nav a');
    expect(ways.length).toBe(5);
    const findings: string[] = [];
    // Beside orders, below the same place.
    for (const way of [...ways, '/portal/quotations', '/portal/quotations/ask', '/portal/waiting']) {
      findings.push(...(await look(visitor, way)));
      const [record] = await addressesOf(visitor.page, 'main li a, main article a');
      if (record) findings.push(...(await look(visitor, record)));
    }
    expect(findings).toEqual([]);
  });

  it('is usable by everybody: those before the sign-in', { timeout: 600_000 }, async ({ stage }) => {
    const visitor = await stage.visit();
    const findings: string[] = [];
    for (const way of [
      '/sign-in',
      '/portal/sign-in',
      `/portal/sign-in?agency=${stage.agency}`,
      `/portal/register?agency=${stage.agency}`,
    ])
      findings.push(...(await look(visitor, way)));
    expect(findings).toEqual([]);
  });
});

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
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html.slice(0, 200)}`));
}
