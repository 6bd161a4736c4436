import { expect, it } from 'vitest';
import { writtenTables } from './statements.ts';

it.each([
  ['insert into booking.orders (id) select 1', ['orders']],
  ['update "booking"."orders" set a = 1', ['orders']],
  [
    `with seats as (update booking.departures set remaining = remaining - 1 returning id)
     insert into booking.number_series (last) select 1 from seats on conflict (last) do update set last = 2`,
    ['departures', 'number_series'],
  ],
  ['delete from only crm.name_parts', ['name_parts']],
  ['MERGE INTO notes USING others ON true', ['notes']],
  ['select 1 from booking.orders for update', []],
  ['select 1 from booking.orders for no key update skip locked', []],
  ['select updated_at from booking.update_log', []],
])('knows what is written by: %s', (sql, tables) => {
  expect(writtenTables(sql)).toEqual(tables);
});
