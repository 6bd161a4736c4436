import { describe, expect } from 'vitest';
import type { WatchedPage } from '../watched-page.ts';
import { beginJob } from './main-job.job.ts';
import {
  approve,
  enterCustomer,
  placeOrder,
  recordPayment,
  seeReminder,
  signContract,
  takeRequest,
} from './main-job.selling.ts';
import { answerSurvey, closeArchive, readFigures, runTrip, seeOrder, settle } from './main-job.trip.ts';
import { it } from './on-stage.ts';

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
        await seeReminder(job, sales.page, number);
        await runTrip(job, operator.page);
        await settle(job, finance.page, number);
        await answerSurvey(job, sales.page, number);
        await closeArchive(job, operator.page);
        await readFigures(job, analyst.page);
        await seeOrder(job, sales.page, number);
        for (const person of [sales, reviewer, operator, finance, analyst])
          expect(person.complaints()).toEqual([]);
      },
    );
});
