import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person does with a page beyond clicking and typing. */

/** A button by all of its words; an icon before them has a word of its own. */
const button = (within: Page | Locator, words: string): Locator =>
  within.getByRole('button', { name: new RegExp(`(^|\\s)${words}$`) });

/** A field by its label, after which it may say that it can be left empty. */
const labelled = (label: string): RegExp => new RegExp(`^${label}(\\s*[（(].*[）)])?$`);

/** The field for a number or an amount. */
export const numberField = (within: Page | Locator, label: string): Locator =>
  within.getByRole('spinbutton', { name: labelled(label) });

/** A field with a list, to type into or to choose from. */
export const listField = (within: Page | Locator, label: string): Locator =>
  within.getByRole('combobox', { name: labelled(label) });

/** Goes somewhere by the menu. */
export async function goTo(page: Page, way: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: way, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Opens a form by its button. @returns the form */
export async function openForm(page: Page, words: string): Promise<Locator> {
  await button(page, words).click();
  const form = page.getByRole('dialog', { name: words });
  await form.waitFor();
  return form;
}

/** Says yes where a button asks first. @param action on the button and in the question alike */
export async function confirm(page: Page, action: string, answer = action): Promise<void> {
  await button(page, action).first().click();
  const dialog = page.getByRole('dialog');
  await button(dialog, answer).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Chooses in a field with a list. @param typed what is typed to find it, where one types */
export async function choose(
  within: Page | Locator,
  label: string,
  option: string | RegExp,
  typed?: string,
): Promise<void> {
  const field = listField(within, label);
  await field.click();
  if (typed !== undefined) await field.fill(typed);
  const offered = field.page().locator('.ant-select-item-option:visible').filter({ hasText: option }).first();
  await offered.waitFor();
  // A list that finds no room below moves above its field, and may do so under a click.
  const stillOffered = async () => {
    if (await offered.isVisible()) await offered.click({ timeout: 2_000 });
    return offered.isVisible();
  };
  await expect.poll(stillOffered, { timeout: 15_000 }).toBe(false);
}

/** Enters a date. */
export async function enterDate(within: Locator, label: string, date: string): Promise<void> {
  const field = within.getByRole('textbox', { name: labelled(label) });
  await field.fill(date);
  await field.press('Enter');
}

/** Sends a form and waits until it is gone. */
export async function send(form: Locator, words: string): Promise<void> {
  await button(form, words).click();
  await form.waitFor({ state: 'detached' });
}

/** What stands in a list beside a name. */
export const rowOf = (page: Page, name: string): Promise<string> =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .innerText();
