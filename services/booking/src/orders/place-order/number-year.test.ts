import { fixedClock } from '@yitu/kernel';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk, type OrderAnswer } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  const clock = fixedClock('2026-12-31T16:30:00Z'); // 2027-01-01, 00:30 in Shanghai
  world = await startWorld({ services: ['identity', 'crm', 'booking'], clock });
});
afterAll(() => world.close());

it("numbers an order by the year of the agency's calendar", async () => {
  const { sales, order } = await openDesk(world, { departsOn: '2027-03-01' });
  const { status, body } = await sales.post<OrderAnswer>(`${world.url('booking')}/v1/orders`, order());
  expect([status, body.number]).toEqual([201, 'HQ-2027-000001']);
});
