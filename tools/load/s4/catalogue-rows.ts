import { newId } from '@yitu/kernel';
import type pg from 'pg';
import { facetsOf } from '../../../services/booking/src/products/index-product.ts';
import { entriesOf } from '../../../services/booking/src/products/words/words-of-product.ts';
import { shownPrice } from '../../../services/booking/src/pricing/shown-price.ts';
import { lodgingClasses, transports } from '../../../services/booking/src/products/details.ts';
import type { Size } from './size.ts';

/** Where the products go: city, its English name and its country. */
export const places = [
  ['桂林', 'Guilin', 'CN'],
  ['丽江', 'Lijiang', 'CN'],
  ['大理', 'Dali', 'CN'],
  ['成都', 'Chengdu', 'CN'],
  ['西安', 'Xi’an', 'CN'],
  ['拉萨', 'Lhasa', 'CN'],
  ['三亚', 'Sanya', 'CN'],
  ['厦门', 'Xiamen', 'CN'],
  ['敦煌', 'Dunhuang', 'CN'],
  ['京都', 'Kyoto', 'JP'],
  ['札幌', 'Sapporo', 'JP'],
  ['清迈', 'Chiang Mai', 'TH'],
  ['巴黎', 'Paris', 'FR'],
  ['罗马', 'Rome', 'IT'],
  ['悉尼', 'Sydney', 'AU'],
  ['开罗', 'Cairo', 'EG'],
] as const;

/** What a title promises beside the place. */
export const sights = [
  '雪山',
  '古城',
  '漓江竹筏',
  '温泉',
  '海岛',
  '沙漠星空',
  '美食',
  '亲子',
  '摄影',
] as const;
export const themes = ['nature', 'culture', 'beach', 'food', 'family', 'photography', 'river'] as const;

/** What descriptions tell of, in sentences of a few words: no title names it. */
export const told = [
  '吊脚楼',
  '酥油茶',
  '萤火虫',
  '观景台',
  '石板路',
  '马帮',
  '花海',
  '渔火',
  '梯田',
  '瀑布',
  '古寺',
  '夜市',
] as const;

const productsAtOnce = 200;
const departuresAtOnce = 20_000;

/** Departures are spread evenly from so many days ago until so many days ahead. */
const daysBack = 400;
const daysAhead = 200;

/** Products with all that searches go through, their departures with prices, and the lowest price of each product. */
export async function fillCatalogue(client: pg.Client, agencyId: string, size: Size): Promise<void> {
  for (let from = 0; from < size.products; from += productsAtOnce)
    await fillProducts(client, agencyId, from, Math.min(from + productsAtOnce, size.products));
  for (let from = 0; from < size.departures; from += departuresAtOnce)
    await client.query(departureRows, [
      ...[agencyId, from, Math.min(from + departuresAtOnce, size.departures) - 1],
      ...[size.departures, size.products, size.ordersPerDeparture],
    ]);
  await client.query(departureEndingRows, [agencyId]);
  await client.query(listingRows, [agencyId]);
}

/** A place of a list for each number, other lists in another rhythm. */
const turn = <Item>(items: readonly Item[], number: number): Item => {
  const item = items[Math.floor(number) % items.length];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
};

/** About two hundred Chinese characters and sixty English words, as agencies write them. */
function tellOf(number: number, city: string, english: string) {
  const days = Array.from({ length: 6 }, (_, day) => turn(told, number * 7 + day * (1 + (number % 5))));
  return {
    zh: days
      .map(
        (one, day) =>
          `第${day + 1}天清晨出发，前往${city}第${(number * 13 + day) % 97}号${one}，午后自由活动，晚上入住当地特色客栈。`,
      )
      .join(''),
    en: days
      .map(
        (_one, day) => `Day ${day + 1}: from ${english} along route ${number % 97}, with time of your own.`,
      )
      .join(' '),
  };
}

function productAt(number: number) {
  const [city, english, country] = turn(places, number);
  const sight = turn(sights, number / places.length);
  const days = 1 + (number % 14);
  return {
    id: newId(),
    kind: 'package-tour',
    name: {
      zh: `${city}${sight}深度${days}日游第${number}号`,
      en: `${english} in ${days} days, route ${number}`,
    },
    summary: {
      zh: `${turn(told, number)}与${city}，${days}天慢游`,
      en: `${english} at leisure, ${days} days`,
    },
    description: tellOf(number, city, english),
    details: {
      lodgingClass: turn(lodgingClasses, number / 3),
      transport: [turn(transports, number), turn(transports, number + 1)],
      nights: days - 1,
    },
    destinationCountry: country,
    destinationCity: city,
    days,
    themes: [turn(themes, number), turn(themes, number + 2)],
  };
}

async function fillProducts(client: pg.Client, agencyId: string, from: number, until: number): Promise<void> {
  const rows = Array.from({ length: until - from }, (_, index) => productAt(from + index));
  // Of a whole product they look at what stands here alone.
  const products = rows as unknown as (Parameters<typeof entriesOf>[0] & (typeof rows)[number])[];
  await client.query(productRows, [agencyId, JSON.stringify(rows)]);
  await client.query(
    `insert into booking.product_endings (agency_id, product_id, ending)
     select $1::uuid, product_id, ending from jsonb_to_recordset($2::jsonb) as one (product_id uuid, ending text)`,
    [
      agencyId,
      JSON.stringify(
        products.flatMap((one) =>
          entriesOf(one, undefined).map((ending) => ({ product_id: one.id, ending })),
        ),
      ),
    ],
  );
  await client.query(
    `insert into booking.product_facets (agency_id, product_id, facet, value)
     select $1::uuid, product_id, facet, value from jsonb_to_recordset($2::jsonb) as one (product_id uuid, facet text, value text)`,
    [
      agencyId,
      JSON.stringify(
        products.flatMap((one) => facetsOf(one).map((stands) => ({ product_id: one.id, ...stands }))),
      ),
    ],
  );
}

const productRows = `
  insert into booking.products (agency_id, id, kind, state, name, summary, details, description, inclusions, exclusions, notes,
    destination_country, destination_city, days, themes, version, created_at)
  select $1::uuid, id, kind, 'published', name, summary, details,
    description, '[{"zh":"住宿","en":"Lodging"},{"zh":"早餐","en":"Breakfast"}]', '[{"zh":"签证","en":"Visa"}]', '[]',
    "destinationCountry", "destinationCity", days, array(select jsonb_array_elements_text(themes)), 1, now()
  from jsonb_to_recordset($2::jsonb)
    as one (id uuid, kind text, name jsonb, summary jsonb, description jsonb, details jsonb, "destinationCountry" text, "destinationCity" text, days integer, themes jsonb)`;

/** As SQL: an id that sorts by its moment, as those of the services do. @param moment a timestamp @param seed a text of its own */
export const idAt = (moment: string, seed: string): string =>
  `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '7' || left(md5(${seed}), 3) || '8' || right(md5(${seed}), 15))::uuid`;

/** As SQL: the group number of the departure with a number. */
export const groupNumber = (number: string): string => `'G' || lpad((${number})::text, 7, '0')`;

/** As SQL: what becomes of the order `n` of a departure `away` days from now. */
export const stateOf = `case when n % 17 = 0 then 'cancelled' when n % 19 = 0 then 'expired' when away < -20 then 'settled' when away < 0 then 'completed'
  when n % 7 = 0 then 'in-review' when n % 11 = 0 then 'awaiting-payment' else 'confirmed' end`;
/** As SQL: seats of the order `n`. */
export const seatsOf = `(1 + n % 2)`;

const capacity = 30;

/** $1 agency, $2 first number, $3 last number, $4 departures, $5 products, $6 orders of each departure */
const departureRows = `
  with products as (
    select id, days, row_number() over (order by id) - 1 as place from booking.products where agency_id = $1
  ), numbered as (
    select dn, dn * ${daysBack + daysAhead} / $4::bigint - ${daysBack} as away from generate_series($2::bigint, $3::bigint) dn
  ), made as (
    select numbered.*, products.id as product_id, days, place,
      ${idAt(`now() - interval '90 days' + dn * interval '20 seconds'`, `$1::uuid::text || 'departure' || dn`)} as id,
      (select coalesce(sum(${seatsOf}), 0) from generate_series(dn * $6, dn * $6 + $6 - 1) n where ${stateOf} not in ('cancelled', 'expired')) as sold
    from numbered join products on place = dn % $5
  ), departures as (
    insert into booking.departures (agency_id, id, product_id, group_number, departs_on, returns_on, time_zone, cut_off_days, capacity, remaining,
      minimum_group, currency, state, group_standing, version, created_at)
    select $1::uuid, id, product_id, ${groupNumber('dn')}, current_date + away::integer, current_date + (away + days - 1)::integer, 'Asia/Shanghai', 1,
      ${capacity}, ${capacity} - sold, 4, 'CNY', case when away < 0 or dn % 3 = 0 then 'guaranteed' when dn % 23 = 0 then 'closed' else 'open' end,
      case when away < 0 or dn % 3 = 0 then 'guaranteed' else 'undecided' end, 1, now() - interval '60 days'
    from made
  )
  insert into booking.departure_prices (agency_id, departure_id, traveller_category, customer_category, channel, amount)
  select $1::uuid, id, category, customer, '*', (50000 + place * 7919 % 3000 * 100 + dn % 4 * 5000) * share / 100
  from made, (values ('adult', '*', 100), ('adult', 'key', 95), ('child-with-bed', '*', 80), ('single-supplement', '*', 20)) as price (category, customer, share)`;

/** What the trigger keeps of departures, which is off while rows are filled in. */
const departureEndingRows = `
  insert into booking.departure_endings (agency_id, ending, departure_id)
  select agency_id, ending, id from booking.departures, booking.group_number_endings(group_number) as ending where agency_id = $1`;

/** What `listPrice` computes for one product, for all of them. */
const listingRows = `
  insert into booking.product_listings (agency_id, product_id, currency, from_amount, departs_on, stale_at)
  select distinct on (product_id, currency) $1::uuid, product_id, currency, amount, departs_on, stale_at from (
    select d.product_id, d.currency, ${shownPrice} as amount, d.departs_on,
      (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone as stale_at
    from booking.departures d where d.agency_id = $1 and d.state in ('open', 'guaranteed')
  ) as shown
  where stale_at > now() and amount is not null
  order by product_id, currency, amount, departs_on`;
