import { fileURLToPath } from 'node:url';
import { migrate } from '@yitu/persistence';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, tour } from '../../fixtures/catalogue.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

describe('products from before their words were kept', () => {
  it('are found by them as well, once the schema is the newest', async () => {
    const manager = await (await world.foundAgency()).staff('project-manager');
    const booking = `${world.url('booking')}/v1`;
    const cities = [{ city: '别府', name: { zh: '别府', en: 'Beppu' } }];
    expect((await manager.put(`${booking}/city-names`, { cities }, 1)).status).toBe(200);
    const place = { destinationCity: '别府', destinationCountry: 'JP', themes: ['hot-spring'] };
    await addProduct(
      world,
      manager,
      tour('九州四日游', { ...place, summary: { zh: '住旅馆', en: 'An inn' } }),
    );
    await world.stop('booking');
    const { rowCount } = await world.admin.query(
      `delete from booking.product_endings where ending !~ '^[九州四日游]' or ending ~ '^日本'`,
    );
    expect(rowCount).toBeGreaterThan(0);
    await world.admin.query(`delete from booking.migrations where name ~ '^0038'`);
    const { DATABASE_URL, WORKER_DATABASE_URL } = world.environment('booking');
    const passwordIn = (from = '') => decodeURIComponent(new URL(from).password);
    const applied = await migrate({
      adminUrl: world.admin.options.connectionString ?? '',
      service: 'booking',
      folder: fileURLToPath(new URL('../../../migrations', import.meta.url)),
      passwords: { service: passwordIn(DATABASE_URL), worker: passwordIn(WORKER_DATABASE_URL) },
    });
    expect(applied).toEqual(['0038-words-of-products']);
    await world.start('booking');
    for (const word of ['温泉', 'jiuzhou', 'beppu', '日本', '旅馆']) {
      const { body } = await manager.get<{ products: unknown[] }>(`${booking}/products?text=${word}`);
      expect([word, body.products.length]).toEqual([word, 1]);
    }
  });
});
