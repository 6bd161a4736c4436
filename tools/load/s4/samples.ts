import pg from 'pg';

/** Some of what an agency has, spread over all of it. */
export interface Samples {
  readonly productIds: readonly string[];
  /** Places in the order by price after which a next page begins. */
  readonly productPlaces: readonly string[];
  readonly departureIds: readonly string[];
  readonly groupNumbers: readonly string[];
  readonly customerIds: readonly string[];
  readonly orderIds: readonly string[];
  readonly orderNumbers: readonly string[];
}

const count = 20;

/** @param databaseUrl the administrator's */
export async function samplesOf(databaseUrl: string, agencyId: string): Promise<Samples> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yitu-load' });
  await client.connect();
  const some = async (value: string, table: string, where = 'true') => {
    const { rows } = await client.query<{ value: string }>(
      `select (array_agg(${value} order by id))[1] as value from (
         select *, ntile(${count}) over (order by id) as part from booking.${table} where agency_id = $1 and ${where}
       ) as parts group by part order by part`,
      [agencyId],
    );
    return rows.map((row) => row.value);
  };
  try {
    const coming = 'departs_on > current_date';
    return {
      productIds: await some('id', 'products'),
      productPlaces: await places(client, agencyId),
      departureIds: await some('id', 'departures', coming),
      groupNumbers: await some('group_number', 'departures', coming),
      customerIds: await some('id', 'customers'),
      orderIds: await some('id', 'orders'),
      orderNumbers: await some('number', 'orders'),
    };
  } finally {
    await client.end();
  }
}

/** Of the first half: a whole page follows each. */
async function places(client: pg.Client, agencyId: string): Promise<string[]> {
  const { rows } = await client.query<{ place: string }>(
    `with ordered as (
       select from_amount, product_id, row_number() over (order by from_amount, product_id) as number, count(*) over () as listed
       from booking.product_listings where agency_id = $1 and currency = 'CNY'
     )
     select from_amount || '~' || product_id as place from ordered
     where number <= listed / 2 and number % greatest(listed / 2 / ${count}, 1) = 0 order by number limit ${count}`,
    [agencyId],
  );
  return rows.map(({ place }) => place);
}
