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

/** Opens a page, and says what hinders somebody there in either language, and what it complained about. */
export async function look(visitor: WatchedPage, address: string): Promise<string[]> {
  const { page } = visitor;
  await page.goto(address);
  const late = await standing(page);
  const first = await lookAt(page, await spoken(page));
  // Without loading it anew: whoever switches sees the page in the other language at once. The next page is opened in it.
  await switchLanguage(page);
  const later = await standing(page);
  const second = await lookAt(page, await spoken(page));
  return [...late, ...first, ...later, ...second, ...visitor.complaints()].map((one) => `${address}: ${one}`);
}

/** Waits until a page stands there. @returns what is to be said where it does not */
const standing = (page: Page): Promise<string[]> =>
  arrived(page).then(
    () => [],
    (error: unknown) => [`did not come to stand: ${String(error)}`],
  );

/** The language a page says it is in. */
async function spoken(page: Page): Promise<Locale> {
  const lang = await page.locator('html').getAttribute('lang');
  if (lang === 'en') return 'en';
  if (lang === 'zh-CN') return 'zh';
  throw new Error(`The page says it is in “${lang ?? ''}”.`);
}

/** Switches to the other language as a person does, and waits until the page stands there in it. */
async function switchLanguage(page: Page): Promise<void> {
  const [offered, offeredThen, lang] =
    (await spoken(page)) === 'zh'
      ? (['English', '中文', 'en'] as const)
      : (['中文', 'English', 'zh-CN'] as const);
  await page.getByRole('button', { name: offered, exact: true }).first().click();
  await page.locator(`html[lang="${lang}"]`).waitFor({ state: 'attached' });
  // The switch offers what was spoken before: React has drawn the page in the other language.
  await page.getByRole('button', { name: offeredThen, exact: true }).first().waitFor();
}

/** What hinders somebody on a page as it stands. Each finding says in which language. */
async function lookAt(page: Page, locale: Locale): Promise<string[]> {
  const found = [...(await hindrances(page)), ...(await foreignNames(page, locale))];
  return found.map((one) => `${locale}: ${one}`);
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
    // All is of one origin, so nothing needs a page of its own to sum up what frames have; and what is well is not told. Each look takes less time so.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    // The preview of a letter: nothing runs there, not even the look for what hinders.
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html.slice(0, 200)}`));
}
