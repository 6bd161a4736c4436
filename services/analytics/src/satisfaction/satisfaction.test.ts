import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeller, type Teller } from '../fixtures/teller.ts';
import { satisfactionOf } from './get-satisfaction.ts';

let world: World;
let tell: Teller;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'analytics'] });
  tell = await createTeller(world);
});
afterAll(async () => {
  await tell.close();
  await world.close();
});

describe('satisfaction', () => {
  it('is the average of the marks, and promoters less detractors in per cent', () => {
    const sums = {
      answers: 3,
      attitude: 14,
      efficiency: 15,
      quality: 10,
      price: 3,
      afterSales: 9,
      promoters: 2,
      detractors: 1,
    };
    expect(satisfactionOf(sums)).toEqual({
      answers: 3,
      attitude: 4.67,
      efficiency: 5,
      quality: 3.33,
      price: 1,
      afterSales: 3,
      nps: 33,
    });
  });

  it('is built from answered surveys, per branch and day and over all', async () => {
    const agency = await world.foundAgency();
    const marks = { attitude: 5, efficiency: 4, quality: 3, price: 2, afterSales: 5 };
    for (const nps of [10, 9, 7, 3]) {
      const surveyId = newId();
      const answer = {
        surveyId,
        customerId: newId(),
        orderId: newId(),
        branchId: agency.headquartersId,
        ...marks,
        nps,
      };
      await tell.say(agency.id, events.surveyAnswered, surveyId, 1, answer, '2026-05-02T04:00:00Z');
    }
    const analyst = await agency.staff('data-analyst');
    const url = `${world.url('analytics')}/v1/satisfaction?from=2026-05-01&to=2026-05-31`;
    await eventually(async () => {
      const { body } = await analyst.get(url);
      const figures = {
        answers: 4,
        attitude: 5,
        efficiency: 4,
        quality: 3,
        price: 2,
        afterSales: 5,
        nps: 25,
      };
      expect(body).toEqual({
        days: [{ branchId: agency.headquartersId, day: '2026-05-02', ...figures }],
        total: figures,
      });
    });
    expect(
      (await analyst.get(`${world.url('analytics')}/v1/satisfaction?from=2026-06-01&to=2026-06-02`)).body,
    ).toEqual({ days: [], total: null });
  });
});
