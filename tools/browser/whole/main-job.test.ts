import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newTraceId } from '../../story/api.ts';
import { todayOf } from '../../story/cast.ts';
import { mailTo, tokenIn } from '../../story/mail.ts';
import type { BrowserStage } from '../stage.ts';
import type { WatchedPage } from '../watched-page.ts';
import { choose, confirm, enterDate, goTo, listField, numberField, openForm, send } from './hands.ts';
import { words, type Words } from './main-job.words.ts';
import { arrived, it } from './on-stage.ts';
import { prepareDeparture, type Prepared } from './prepared.ts';

/** One playing of it: in which language, about which departure, for which customer. */
interface Job {
  readonly stage: BrowserStage;
  readonly locale: 'zh' | 'en';
  readonly say: Words;
  readonly prepared: Prepared;
  /** Digits that nobody else has in their name, address and number. */
  readonly mark: string;
  readonly email: string;
  readonly guide: string;
}

describe('the main job', () => {
  for (const locale of ['zh', 'en'] as const)
    it(
      `is done by clicks alone, in ${locale === 'zh' ? 'Chinese' : 'English'}`,
      {
        timeout: 600_000,
      },
      async ({ stage }) => {
        const job = await beginJob(stage, locale);
        const [sales, reviewer, operator, finance, analyst] = (await Promise.all(
          ['li.na', 'zhang.wei', 'chen.jie', 'zhao.min', 'sun.yue'].map(async (login) => {
            const person = await stage.as(login, { locale });
            await person.page.goto('/');
            return person;
          }),
        )) as [WatchedPage, WatchedPage, WatchedPage, WatchedPage, WatchedPage]; // one for each name
        await enterCustomer(job, sales.page);
        await takeRequest(job, sales.page);
        const number = await placeOrder(job, sales.page);
        await approve(job, reviewer.page, number);
        await signContract(job, sales.page, number);
        await recordPayment(job, finance.page, number);
        await runTrip(job, operator.page);
        await settle(job, finance.page, number);
        await readFigures(job, analyst.page);
        await seeOrder(job, sales.page, number);
        for (const person of [sales, reviewer, operator, finance, analyst])
          expect(person.complaints()).toEqual([]);
      },
    );
});

/** A departure of today, and a guide who is free, are there before. */
async function beginJob(stage: BrowserStage, locale: 'zh' | 'en'): Promise<Job> {
  const prepared = await prepareDeparture(stage);
  const mark = String(randomInt(1e8)).padStart(8, '0');
  const administrator = prepared.cast.as('administrator', newTraceId());
  const { user } = await administrator.get<{ user: { branchId: string } }>('/api/identity/v1/me');
  const guide = `Guide ${mark}`;
  await administrator.post('/api/identity/v1/users', {
    ...{ userName: `guide.${mark}`, displayName: guide, email: `guide.${mark}@guides.example` },
    ...{ locale, roles: ['guide'], branchId: user.branchId, password: stage.password },
  });
  const email = `qian.${mark}@customer.example`;
  return { stage, locale, say: words[locale], prepared, mark, email, guide };
}

async function enterCustomer({ say, mark, email }: Job, page: Page): Promise<void> {
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

async function takeRequest({ say, mark }: Job, page: Page): Promise<void> {
  await goTo(page, say.requests);
  const form = await openForm(page, say.newRequest);
  await choose(form, say.customer, mark, mark);
  await form.getByLabel(say.purpose).fill('周末去湖边走走');
  await send(form, say.save);
  await page.getByText('周末去湖边走走').waitFor();
}

/** From the request: search, compare, choose, price, place, name who travels. @returns the order's number */
async function placeOrder({ say, mark, prepared, locale }: Job, page: Page): Promise<string> {
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

async function approve({ say }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.reviews);
  await confirm(page, `${say.approve} ${number}`, say.approveIt);
  await page.getByRole('link', { name: number }).waitFor({ state: 'detached' });
}

/** Generated and sent by sales, signed by the customer through the link of the letter. */
async function signContract(job: Job, page: Page, number: string): Promise<void> {
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

async function recordPayment({ say }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.payments);
  const form = await openForm(page, say.recordPayment);
  await choose(form, say.order, number, number);
  await expect.poll(() => numberField(form, say.amount).inputValue()).toBe('520');
  await send(form, say.recordPayment);
  await page.getByRole('link', { name: number }).first().waitFor();
}

/** The sheet with a reservation and a guide, both travellers checked in, the trip ended. */
async function runTrip({ say, prepared, stage, guide }: Job, page: Page): Promise<void> {
  await goTo(page, say.sheets);
  const sheet = await openForm(page, say.openSheet);
  await choose(sheet, say.departure, prepared.groupNumber, prepared.groupNumber);
  await send(sheet, say.openSheet);
  const reservation = await openForm(page, say.newReservation);
  await listField(reservation, say.supplier).fill('湖滨饭店');
  await choose(reservation, say.service, say.restaurant);
  await numberField(reservation, say.agreedCost).fill('80');
  await enterDate(reservation, say.deadline, todayOf(stage.stage));
  await send(reservation, say.save);
  const confirmation = await openForm(page, say.noteConfirmation);
  await confirmation.getByLabel(say.confirmationNumber).fill('HB-2026');
  await send(confirmation, say.noteConfirmation);
  const guides = await openForm(page, say.assignGuide);
  await choose(guides, say.guide, guide, guide);
  await send(guides, say.assignGuide);
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: say.checkIn, exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: say.checkIn });
    await dialog.getByLabel(say.documentSeen).check();
    await send(dialog, say.checkIn);
    const others = page.getByRole('button', { name: say.checkIn, exact: true });
    await expect.poll(() => others.count()).toBe(left);
  }
  await page.getByText(say.allIn).waitFor();
  await confirm(page, say.endTrip);
  await page.getByText(say.ended, { exact: true }).first().waitFor();
}

async function settle({ say, prepared, mark }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.costs);
  const cost = await openForm(page, say.recordCost);
  await choose(cost, say.departure, prepared.groupNumber, prepared.groupNumber);
  await listField(cost, say.supplier).fill('湖滨饭店');
  await choose(cost, say.service, say.restaurant);
  await numberField(cost, say.amount).fill('80');
  await send(cost, say.recordCost);
  await goTo(page, say.settlements);
  const groups = page.getByRole('region', { name: say.groups });
  await groups.getByRole('link', { name: prepared.groupNumber }).click();
  await confirm(page, say.settle);
  await page.getByText(say.result, { exact: true }).waitFor();
  await page.getByText('440.00').first().waitFor();
  await goTo(page, say.invoices);
  const invoice = await openForm(page, say.issueInvoice);
  await choose(invoice, say.order, number, number);
  await invoice.getByLabel(say.madeOutTo).fill(`钱${mark}`);
  await send(invoice, say.issueInvoice);
  await page.getByText('520.00').first().waitFor();
}

async function readFigures({ say }: Job, page: Page): Promise<void> {
  await goTo(page, say.analytics);
  await arrived(page);
  await page.getByText(say.margin, { exact: true }).first().waitFor();
}

/** What sales sees in the end. */
async function seeOrder({ say }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.orders);
  await page.getByRole('link', { name: number }).click();
  await page.getByText(say.settled, { exact: true }).waitFor();
}
