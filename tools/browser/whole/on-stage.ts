import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setTheStage } from '../stage.ts';

/** A test on the one stage of all these files: setting it takes most of a minute. What a test makes has names of its own; what it stops it starts again. */
// oxlint-disable-next-line no-empty-pattern -- how vitest reads what a fixture needs: nothing
export const it = test.extend('stage', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const stage = await setTheStage();
  onCleanup(() => stage.close());
  return stage;
});

/** Waits until a page stands there with what it shows: its heading, and nothing on its way any more. */
export async function arrived(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const waiting = page.locator('[aria-busy="true"], .waiting, .ant-spin-spinning');
  await expect.poll(() => waiting.count(), { timeout: 20_000 }).toBe(0);
}

/** The addresses within the application that the links of a part of a page lead to, each once. @param css of the links */
export async function addressesOf(page: Page, css: string): Promise<string[]> {
  const links = await page.locator(css).all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
  return [...new Set(addresses)].flatMap((one) => (one !== null && /^\/(?!api\/)/.test(one) ? [one] : []));
}

/** What a page said that it should not have. Of a session that has ended a question is refused, and the browser says so. */
export const unexpected = (complaints: readonly string[]): string[] =>
  complaints.filter((one) => !one.includes('status of 401'));
