import type pg from 'pg';
import { groupNumber, idAt, seatsOf, stateOf } from './catalogue-rows.ts';
import { ordersOf, type Size } from './size.ts';

/** Who sells: branches with the ids of their people; all have as many. */
export interface Sellers {
  readonly branches: readonly {
    readonly id: string;
    readonly code: string;
    readonly people: readonly string[];
  }[];
}

const ordersAtOnce = 50_000;

/**
 * Customers with two travellers each, and orders with lines, travellers and payment schedule. What is there already stays: a fill that was cut off
 * is finished by the next.
 * @param tell how far it is
 */
export async function fillOrders(
  client: pg.Client,
  agencyId: string,
  { branches }: Sellers,
  size: Size,
  tell: (orders: number) => void,
): Promise<void> {
  const ids = branches.map(({ id }) => id);
  const people = branches.flatMap((branch) => branch.people);
  const perBranch = people.length / branches.length;
  await client.query(customerRows, [agencyId, size.customers, ids, people, perBranch]);
  const all = ordersOf(size);
  const codes = branches.map(({ code }) => code);
  for (let from = 0; from < all; from += ordersAtOnce) {
    const until = Math.min(from + ordersAtOnce, all);
    const given = [agencyId, from, until - 1, ids, codes, people, perBranch, size.customers];
    await client.query(orderRows, [...given, size.ordersPerDeparture]);
    tell(until);
  }
  await client.query(seriesRows, [agencyId, ids, Math.ceil(all / branches.length)]);
}

/** As SQL: the id of a customer, and of one of their two travellers. */
const customerId = (number: string) => `md5($1::uuid::text || 'customer' || (${number}))::uuid`;
const travellerId = (number: string, which: string) =>
  `md5($1::uuid::text || 'traveller' || (${number}) || '/' || (${which}))::uuid`;

/** $1 agency, $2 customers, $3 branches, $4 people, $5 people of each branch */
const customerRows = `
  with numbered as (
    select c, c % cardinality($3::uuid[]) as b from generate_series(0, $2::integer - 1) c
  ), customers as (
    insert into booking.customers (agency_id, id, branch_id, owner_id, category)
    select $1::uuid, ${customerId('c')}, ($3::uuid[])[b + 1], ($4::uuid[])[b * $5::integer + c / cardinality($3::uuid[]) % $5::integer + 1],
      case when c % 10 = 0 then 'key' else 'regular' end
    from numbered
    on conflict do nothing
  )
  insert into booking.travellers (agency_id, id, customer_id)
  select $1::uuid, ${travellerId('c', 'which')}, ${customerId('c')} from numbered, generate_series(0, 1) which
  on conflict do nothing`;

/**
 * $1 agency, $2 first number, $3 last number, $4 branches, $5 their codes, $6 people, $7 people of each branch, $8 customers,
 * $9 orders of each departure
 */
const orderRows = `
  with placed as (
    select n, c, b, d.id as departure_id, d.product_id, d.departs_on, away, price.amount as unit_price, ($4::uuid[])[b + 1] as branch_id,
      ($6::uuid[])[b * $7::integer + n / cardinality($4::uuid[]) % $7::integer + 1] as author_id,
      least(now() - n % 1440 * interval '1 minute', d.departs_on - (10 + n % 60) * interval '1 day' + n % 1440 * interval '1 minute') as created
    from generate_series($2::bigint, $3::bigint) n
    cross join lateral (select n % cardinality($4::uuid[]) as b) as at
    cross join lateral (select b + cardinality($4::uuid[]) * (n / cardinality($4::uuid[]) * 7919 % ($8::integer / cardinality($4::uuid[]))) as c) as whose
    join booking.departures d on d.agency_id = $1 and d.group_number = ${groupNumber('n / $9')}
    join booking.departure_prices price on price.agency_id = $1 and price.departure_id = d.id and price.traveller_category = 'adult'
      and price.customer_category = '*' and price.channel = '*'
    cross join lateral (select d.departs_on - current_date as away) as ahead
  ), rows as materialized (
    select *, ${idAt('created', `$1::uuid::text || 'order' || n`)} as id, ${stateOf} as state, ${seatsOf} as seats, ${seatsOf} * unit_price as total from placed
  ), orders as (
    insert into booking.orders (agency_id, id, number, branch_id, author_id, customer_id, departure_id, product_id, state, currency, total, paid,
      seats, hold_expires_at, note, version, created_at)
    select $1::uuid, id, ($5::text[])[b + 1] || '-' || extract(year from created) || '-' || lpad((n / cardinality($4::uuid[]) + 1)::text, 6, '0'), branch_id, author_id,
      ${customerId('c')}, departure_id, product_id, state, 'CNY', total,
      case when state in ('completed', 'settled') then total when state = 'confirmed' then total * 30 / 100 else 0 end, seats,
      case when state = 'in-review' then now() + interval '365 days' end, '', 1, created
    from rows
    on conflict do nothing
    returning id
  ), stored as (
    select rows.* from rows join orders using (id)
  ), lines as (
    insert into booking.order_lines (agency_id, order_id, branch_id, author_id, category, count, unit_price, amount)
    select $1::uuid, id, branch_id, author_id, 'adult', seats, unit_price, total from stored
  ), travellers as (
    insert into booking.order_travellers (agency_id, order_id, traveller_id, branch_id, author_id, category)
    select $1::uuid, id, ${travellerId('c', 'which')}, branch_id, author_id, 'adult' from stored, generate_series(0, seats - 1) which
  )
  insert into booking.payment_dues (agency_id, order_id, kind, branch_id, author_id, amount, due_on)
  select $1::uuid, id, kind, branch_id, author_id, case when kind = 'deposit' then total * 30 / 100 else total - total * 30 / 100 end,
    case when kind = 'deposit' then created::date + 3 else departs_on - 15 end
  from stored, (values ('deposit'), ('balance')) as due (kind)
  where state not in ('in-review', 'cancelled', 'expired')`;

/** The next order's number follows those that are there. $1 agency, $2 branches, $3 the last number */
const seriesRows = `
  insert into booking.number_series (agency_id, branch_id, series, year, last)
  select $1::uuid, branch, 'order', year, $3 from unnest($2::uuid[]) as branch,
    generate_series(extract(year from now())::integer - 2, extract(year from now())::integer) year
  on conflict (agency_id, branch_id, series, year) do update set last = greatest(number_series.last, excluded.last)`;
