import { fileURLToPath } from 'node:url';
import { migrate } from '@yitu/persistence';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

describe('customers from before names were read', () => {
  it('are found and ordered by it as well, once the schema is the newest', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    const customers = `${world.url('crm')}/v1/customers`;
    for (const zh of ['张晓明', '艾青'])
      expect((await sales.post(customers, { kind: 'person', name: { zh } })).status).toBe(201);
    await world.stop('crm');
    await world.admin.query(`delete from crm.customer_name_parts where part ~ '^[a-z]'`);
    await world.admin.query('alter table crm.customers drop column name_key');
    await world.admin.query(
      `alter table crm.customer_name_parts drop constraint customer_name_parts_pkey, add primary key (agency_id, part, customer_id), drop column name_key`,
    );
    await world.admin.query(`delete from crm.migrations where name ~ '^00(10|12)'`);
    const { DATABASE_URL, WORKER_DATABASE_URL } = world.environment('crm');
    const passwordIn = (url = '') => decodeURIComponent(new URL(url).password);
    const applied = await migrate({
      adminUrl: world.admin.options.connectionString ?? '',
      service: 'crm',
      folder: fileURLToPath(new URL('../../migrations', import.meta.url)),
      passwords: { service: passwordIn(DATABASE_URL), worker: passwordIn(WORKER_DATABASE_URL) },
    });
    expect(applied).toEqual(['0010-order-and-pinyin', '0012-names-found-by-index-alone']);
    await world.start('crm');
    const found = async (query: string) => {
      const { body } = await sales.get<{ customers: { displayName: string }[] }>(`${customers}?${query}`);
      return body.customers.map(({ displayName }) => displayName);
    };
    expect(await found('q=zxm')).toEqual(['张晓明']);
    expect(await found('sort=name')).toEqual(['艾青', '张晓明']);
    const { rows } = await world.admin.query<{ fits: boolean }>(
      `select bool_and(parts.name_key = customers.name_key and customers.name_key <> '') as fits
       from crm.customer_name_parts as parts join crm.customers on (customers.agency_id, customers.id) = (parts.agency_id, parts.customer_id)`,
    );
    expect(rows).toEqual([{ fits: true }]);
  });
});
