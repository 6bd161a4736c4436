import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { addressesOf, arrived, it } from './on-stage.ts';

const phone = { width: 390 };

describe('on a phone', () => {
  it(
    'no page of the staff has to be pushed sideways, and the menu leads on',
    {
      timeout: 600_000,
    },
    async ({ stage }) => {
      const { page, complaints } = await stage.as('li.na', phone);
      await page.goto('/');
      await arrived(page);
      await page.getByRole('button', { name: '菜单' }).click();
      const menu = page.getByRole('dialog').getByRole('navigation');
      await menu.getByRole('link', { name: '订单', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '订单' }).waitFor();
      await menu.waitFor({ state: 'hidden' });
      const tooWide: string[] = [];
      for (const address of [
        '/',
        '/desk',
        '/orders',
        '/customers',
        '/products',
        '/departures',
        '/contracts',
      ]) {
        if (await sideways(page, address)) tooWide.push(address);
        const [record] = await addressesOf(page, 'main tbody td:first-child a');
        if (record && (await sideways(page, record))) tooWide.push(record);
      }
      expect(tooWide).toEqual([]);
      expect(complaints()).toEqual([]);
    },
  );

  it(
    'no page of the portal has to be pushed sideways, and the five places are below',
    {
      timeout: 600_000,
    },
    async ({ stage }) => {
      const { page, complaints } = await stage.as('wang', phone);
      await page.goto('/portal');
      await arrived(page);
      const places = page.getByRole('navigation');
      await places.getByRole('link', { name: '我的行程' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      const ways = await addressesOf(page, 'nav a');
      const tooWide: string[] = [];
      for (const address of ways) {
        if (await sideways(page, address)) tooWide.push(address);
        const [record] = await addressesOf(page, 'main li a, main article a');
        if (record && (await sideways(page, record))) tooWide.push(record);
      }
      expect(tooWide).toEqual([]);
      expect(complaints()).toEqual([]);
    },
  );
});

/** Opens a page. @returns whether it is wider than the window */
async function sideways(page: Page, address: string): Promise<boolean> {
  await page.goto(address);
  await arrived(page);
  return page.locator('html').evaluate(isWide);
}

/** Runs in the page. */
const isWide = ({
  scrollWidth,
  clientWidth,
}: {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}) => scrollWidth > clientWidth;
