import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import type { Look } from '../stage.ts';
import type { WatchedPage } from '../watched-page.ts';
import { arrived } from './on-stage.ts';

type Locale = NonNullable<Look['locale']>;

/** A name in nothing but the other language; what somebody is called may stand within a name. */
const foreign: Readonly<Record<Locale, RegExp>> = {
  zh: /^[A-Z]?[a-z]+([ -][A-Za-z]+)*$/,
  en: /^(?=.*\p{Script=Han})[\p{Script=Han}\p{P}\s]+$/u,
};

/** Opens a page, and says what hinders somebody there and what it complained about. */
export async function look(visitor: WatchedPage, address: string, locale: Locale): Promise<string[]> {
  const { page } = visitor;
  await page.goto(address);
  const late = await arrived(page).then(
    () => [],
    (error: unknown) => [`did not come to stand: ${String(error)}`],
  );
  const said = [...late, ...visitor.complaints()].map((one) => `${address}: ${one}`);
  return [...said, ...(await lookAt(page, address, locale))];
}

/** What hinders somebody on a page as it stands. @param where told with each finding */
async function lookAt(page: Page, where: string, locale: Locale): Promise<string[]> {
  const found = [...(await hindrances(page)), ...(await foreignNames(page, locale))];
  return found.map((one) => `${where}: ${one}`);
}

/** What the parts of pages are called in the other language, for those who hear it. */
async function foreignNames(page: Page, locale: Locale): Promise<string[]> {
  const parts = await page.locator('[class*="ant-"][aria-label], .anticon[aria-label]').all();
  const names = await Promise.all(parts.map(heardName));
  return names.flatMap((name) => (foreign[locale].test(name) ? [`called “${name}”`] : []));
}

const heardName = async (part: Locator): Promise<string> =>
  (await part.getAttribute('aria-hidden')) === 'true' ? '' : ((await part.getAttribute('aria-label')) ?? '');

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
