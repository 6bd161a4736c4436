import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { todayOf } from '../../story/cast.ts';
import { mailTo, tokenIn } from '../../story/mail.ts';
import { choose, confirm, enterDate, goTo, listField, numberField, openForm, send } from './hands.ts';
import type { Job } from './main-job.job.ts';
import { arrived } from './on-stage.ts';

/** The sheet with a reservation and a guide, both travellers checked in, the trip ended. */
export async function runTrip({ say, prepared, stage, guide }: Job, page: Page): Promise<void> {
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

export async function settle({ say, prepared, mark }: Job, page: Page, number: string): Promise<void> {
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

/** By the customer through the link of the letter; the agency reads what they think. */
export async function answerSurvey(job: Job, page: Page, number: string): Promise<void> {
  const { say, stage, locale, email } = job;
  const token = tokenIn(await mailTo(stage.stage, email, say.surveyMail));
  const customer = await stage.visit({ locale });
  await customer.page.goto(`/links/survey?token=${token}&lang=${locale}`);
  for (const scale of await customer.page.getByRole('group').all())
    await scale.getByRole('radio').last().check();
  await customer.page.getByRole('textbox').fill('湖光山色，一切都好');
  await customer.page.getByRole('button', { name: say.sendSurvey }).click();
  await customer.page.getByText(say.surveyArrived).waitFor();
  expect(customer.complaints()).toEqual([]);
  await goTo(page, say.surveys);
  const answered = page.getByRole('row').filter({ has: page.getByRole('link', { name: number }) });
  await answered.getByText('10 / 10').waitFor();
}

/** What the group left is filed; what is missing of the twelve papers is said with a reason. */
export async function closeArchive({ say, prepared }: Job, page: Page): Promise<void> {
  await goTo(page, say.archives);
  await page.getByRole('link', { name: prepared.groupNumber }).click();
  const papers = page.getByRole('table');
  for (const paper of [say.paperSettlement, say.paperFeedback])
    await papers
      .getByRole('row')
      .filter({ hasText: paper })
      .getByText(say.present, { exact: true })
      .waitFor();
  const form = await openForm(page, say.closeArchive);
  await form.getByLabel(say.whyMissing).fill('当日往返，未用车');
  await send(form, say.closeArchive);
  await page.getByText(say.archiveClosed, { exact: true }).first().waitFor();
}

export async function readFigures({ say }: Job, page: Page): Promise<void> {
  await goTo(page, say.analytics);
  await arrived(page);
  await page.getByText(say.margin, { exact: true }).first().waitFor();
}

/** What sales sees in the end, with the order's papers. */
export async function seeOrder({ say }: Job, page: Page, number: string): Promise<void> {
  await goTo(page, say.orders);
  await page.getByRole('link', { name: number }).click();
  await page.getByText(say.settled, { exact: true }).waitFor();
  await page.getByRole('link', { name: /^HT-/ }).waitFor();
}
