import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mailTo, tokenIn } from '../../story/mail.ts';
import { choose, confirm, enterDate, goTo, numberField, openForm, send } from './hands.ts';
import type { Job } from './main-job.job.ts';

export async function enterCustomer({ say, mark, email }: Job, page: Page): Promise<void> {
  await goTo(page, say.customers);
  const form = await openForm(page, say.newCustomer);
  await form.getByLabel(say.nameInChinese).fill(`钱${mark}`);
  await form.getByLabel(say.nameInLatin).fill(`Qian ${mark}`);
  await form.getByLabel(say.phone).fill(`+86139${mark}`);
  await form.getByLabel(say.email).fill(email);
  await choose(form, say.language, say.ownLanguage);
  await send(form, say.save);
  await page.getByRole('heading', { level: 1, name: mark }).waitFor();
  await page.getByRole('tab', { name: say.travellers }).click();
  for (const [name, birthDate, relation] of [
    [`钱${mark}`, '1988-02-29', undefined],
    ['周宁', '1990-10-01', say.spouse],
  ] as const) {
    const traveller = await openForm(page, say.addTraveller);
    await traveller.getByLabel(say.travellerName).fill(name);
    await enterDate(traveller, say.birthDate, birthDate);
    if (relation) await choose(traveller, say.relation, relation);
    await send(traveller, say.save);
    await page.getByRole('button', { name }).waitFor();
  }
}

export async function takeRequest({ say, mark }: Job, page: Page): Promise<void> {
  await goTo(page, say.requests);
  const form = await openForm(page, say.newRequest);
  await choose(form, say.customer, mark, mark);
  await form.getByLabel(say.purpose).fill('周末去湖边走走');
  await send(form, say.save);
  await page.getByText('周末去湖边走走').waitFor();
}

/** From the request: search, compare, choose, price, place, name who travels. @returns the order's number */
export async function placeOrder({ say, mark, prepared, locale }: Job, page: Page): Promise<string> {
  await page.getByRole('link', { name: say.toDesk }).click();
  for (const place of [0, 1]) await page.getByRole('checkbox', { name: say.compare }).nth(place).check();
  await page.getByRole('button', { name: say.compareTwo }).click();
  await page.getByRole('region', { name: say.comparison }).getByRole('table').waitFor();
  await page.getByRole('button', { name: say.back, exact: true }).click();
  const name = prepared.productName[locale];
  await page.getByLabel(say.words).fill(name);
  await page.getByRole('search').getByRole('button', { name: say.search }).click();
  await page.getByRole('button', { name: `${say.choose} ${name}` }).click();
  await page.getByText(prepared.groupNumber).waitFor();
  await page.getByRole('button', { name: say.next, exact: true }).click();
  await numberField(page, say.adults).fill('2');
  await page.getByText('520.00').first().waitFor();
  await page.getByRole('button', { name: say.place }).click();
  await page.getByRole('checkbox', { name: `钱${mark}` }).check();
  await page.getByRole('checkbox', { name: '周宁' }).check();
  await page.getByRole('button', { name: say.finish }).click();
  const heading = page.getByRole('heading', { level: 1, name: /^HQ-/ });
  await page.getByText(say.inReview, { exact: true }).waitFor();
  return (await heading.textContent()) ?? '';
}

export async function approve({ say }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.reviews);
  await confirm(page, `${say.approve} ${number}`, say.approveIt);
  await page.getByRole('link', { name: number }).waitFor({ state: 'detached' });
}

/** Generated and sent by sales, signed by the customer through the link of the letter. */
export async function signContract(job: Job, page: Page, number: string): Promise<void> {
  const { say, stage, locale, email } = job;
  await page.getByText(say.awaitingPayment, { exact: true }).waitFor();
  await goTo(page, say.contracts);
  const form = await openForm(page, say.generate);
  await choose(form, say.order, number, number);
  await send(form, say.generate);
  await confirm(page, say.sendLink);
  const token = tokenIn(await mailTo(stage.stage, email, say.contractMail));
  const customer = await stage.visit({ locale });
  await customer.page.goto(`/links/contract?token=${token}&lang=${locale}`);
  await customer.page.getByLabel(say.signer).fill('钱女士');
  await customer.page.getByLabel(say.agree).check();
  await customer.page.getByRole('button', { name: say.sign }).click();
  await customer.page.getByText(say.signed).waitFor();
  expect(customer.complaints()).toEqual([]);
  await page.getByText(say.signedState, { exact: true }).first().waitFor();
}

export async function recordPayment({ say }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.payments);
  const form = await openForm(page, say.recordPayment);
  await choose(form, say.order, number, number);
  await expect.poll(() => numberField(form, say.amount).inputValue(), { timeout: 15_000 }).toBe('520');
  await send(form, say.recordPayment);
  await page.getByRole('link', { name: number }).first().waitFor();
}

/** It leaves today, so the reminder went out at once: as its letter reads, and to the customer. */
export async function seeReminder({ say, stage, email }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.reminders);
  const reminder = page.getByRole('row').filter({ has: page.getByRole('link', { name: number }) });
  await reminder.getByText(say.reminderSent, { exact: true }).waitFor();
  await reminder.getByRole('link', { name: say.openLetter }).click();
  await page.getByText(say.went, { exact: true }).waitFor();
  await mailTo(stage.stage, email, say.reminderMail);
}
