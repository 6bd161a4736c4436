import { Migration } from '@mikro-orm/migrations';
import { namePartsOf, nameOrderOf } from '../src/customers/name-parts.ts';

interface Named {
  readonly agency_id: string;
  readonly id: string;
  readonly name: { zh?: string; en?: string };
}

const batch = 1_000;
const nil = '00000000-0000-0000-0000-000000000000';

/** Customers are found by how their names are read, and ordered by it. */
export default class OrderAndPinyin extends Migration {
  override async up(): Promise<void> {
    await this.execute(`alter table crm.customers add column name_key text collate "C" not null default ''`);
    // Before the rows: their foreign keys are checked at the commit, and until then the tables can't be altered.
    await this.execute('create index customers_name on crm.customers (agency_id, name_key, id)');
    await this.execute('alter table crm.customer_name_parts alter column part set statistics 1000');
    let last = { agency_id: nil, id: nil };
    for (;;) {
      const customers = (await this.execute(
        `select agency_id, id, name from crm.customers where (agency_id, id) > (?, ?) order by agency_id, id limit ${batch}`,
        [last.agency_id, last.id],
      )) as Named[]; // as the statement selects
      const [final] = customers.slice(-1);
      if (!final) break;
      await this.#nameAnew(customers);
      last = final;
    }
  }

  async #nameAnew(customers: readonly Named[]): Promise<void> {
    const named = customers.map(({ agency_id, id, name }) => ({
      ...{ agency_id, id, name_key: nameOrderOf(name), parts: namePartsOf(name) },
    }));
    await this.execute(
      `with named as materialized (
         select * from jsonb_to_recordset(?::jsonb) as given (agency_id uuid, id uuid, name_key text, parts jsonb)
       ), ordered as (
         update crm.customers set name_key = named.name_key from named
         where customers.agency_id = named.agency_id and customers.id = named.id
         returning customers.agency_id, customers.id, customers.branch_id, customers.owner_id, named.parts
       )
       insert into crm.customer_name_parts (agency_id, part, customer_id, branch_id, owner_id)
       select agency_id, part, id, branch_id, owner_id from ordered, jsonb_array_elements_text(parts) as part
       on conflict do nothing`,
      [JSON.stringify(named)],
    );
  }
}
