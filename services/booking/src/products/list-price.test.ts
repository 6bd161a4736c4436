import { fixedClock } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../fixtures/catalogue.ts';

const clock = fixedClock(Temporal.Now.instant().toString());
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'], clock });
});
afterAll(() => world.close());

it('lists a product with its next price once the cheapest departure can no longer be bought', async () => {
  const agency = await world.foundAgency();
  const manager = await agency.staff('project-manager');
  const productId = await addProduct(world, manager, tour('桂林山水'));
  await schedule(world, manager, productId, later(12), '100000', { cutOffDays: 7 });
  await schedule(world, manager, productId, later(60), '200000');
  const listed = async () => {
    const { rows } = await world.admin.query<{ amount: string }>(
      `select from_amount as amount from booking.product_listings where product_id = $1`,
      [productId],
    );
    return rows.map(({ amount }) => amount);
  };
  expect(await listed()).toEqual(['100000']);
  clock.advance({ hours: 24 * 7 });
  await eventually(async () => expect(await listed()).toEqual(['200000']));
  clock.advance({ hours: 24 * 60 });
  await eventually(async () => expect(await listed()).toEqual([]));
});
