import pg from 'pg';
import { pageStatement } from '../../../services/booking/src/products/search/statement.ts';
import { filled } from '../s4/list-and-search.ts';
import { big } from '../s4/size.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { untilCalm } from '../machine/calm.ts';
import { lineOf, resultOf, summaryOf, verdict, type Compared } from './result.ts';

/** Two halves each, in turns: what the host does to the one it does to the other. */
const rounds = 60;
/** As long as one half of a round goes on at least. */
const halfMs = 100;

/** A statement that booking sends, in the agency's name; it finds the same rows with and without row security. */
interface Read {
  readonly name: string;
  readonly kind: Compared['kind'];
  readonly text: string;
  /** One after the other. */
  readonly values: readonly (readonly unknown[])[];
}

/**
 * S6: what row security costs. The statements booking sends, prepared, on one connection in one process: as booking's role with the variables of a
 * request, and as the administrator, who passes by row security. Not by pgbench, which no npm package brings along: round trips of this process take
 * its place, the same on both sides.
 */
export async function rowSecurity(stage: Stage): Promise<Outcome> {
  const { system, tell } = stage;
  tell('S6: the same statements by row security and without it, on one connection, in turns');
  const { agency } = await filled(stage, 'load-big', big);
  const [branch] = agency.branches;
  await untilCalm(system.services);
  const client = new pg.Client({ connectionString: system.databaseUrl, application_name: 'yitu-load' });
  await client.connect();
  try {
    const branchId = branch?.id ?? '';
    const reads = readsOf(agency.id, branchId, await ordersOf(client, branchId, agency.id));
    const compared = [];
    for (const read of reads) compared.push(await compare(client, agency.id, branchId, read));
    for (const one of compared) tell(lineOf(one));
    const result = resultOf(compared);
    tell(verdict(result));
    return { result, errors: 0, summary: summaryOf(result) };
  } finally {
    await client.end();
  }
}

/** Some of a branch's orders, old and new. */
async function ordersOf(client: pg.Client, branchId: string, agencyId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select (array_agg(id))[1] as id from (
       select id, ntile(50) over (order by id) as part from booking.orders where agency_id = $1 and branch_id = $2
     ) as parts group by part`,
    [agencyId, branchId],
  );
  return rows.map(({ id }) => id);
}

const columns = `id, number, branch_id, author_id, customer_id, departure_id, product_id, channel, state, currency, total, paid, seats,
  hold_expires_at, reviewer_id, return_reason, note, version, created_at`;

function readsOf(agencyId: string, branchId: string, ids: readonly string[]): Read[] {
  const scope = { agencyId, now: Temporal.Now.instant() };
  const page = pageStatement({ sort: 'price', limit: 50, state: 'published', currency: 'CNY' }, scope);
  let place = 0;
  const products = page.sql.replaceAll('?', () => `$${++place}`);
  return [
    {
      name: 'a page of a branch’s orders',
      kind: 'list',
      text: `select ${columns} from booking.orders where agency_id = $1 and branch_id = $2 order by id desc limit 51`,
      values: [[agencyId, branchId]],
    },
    { name: 'a page of products by price', kind: 'list', text: products, values: [page.values] },
    {
      name: 'one order by its id',
      kind: 'single',
      text: `select ${columns}, agency_id from booking.orders where agency_id = $1 and id = $2 limit 1`,
      values: ids.map((id) => [agencyId, id]),
    },
  ];
}

async function compare(client: pg.Client, agencyId: string, branchId: string, read: Read): Promise<Compared> {
  const measured: Record<'secured' | 'bare', number[]> = { secured: [], bare: [] };
  const found: Record<'secured' | 'bare', number> = { secured: 0, bare: 0 };
  // The one that warms both up does not count; who begins takes turns.
  for (let round = 0; round <= rounds; round++)
    for (const how of round % 2 === 0 ? (['secured', 'bare'] as const) : (['bare', 'secured'] as const)) {
      const { ms, rows } = await half(client, agencyId, branchId, read, how);
      found[how] = rows;
      if (round > 0) measured[how].push(ms);
    }
  if (found.secured !== found.bare || found.bare === 0)
    throw new Error(`${read.name}: ${found.secured} rows by row security, ${found.bare} without`);
  return { name: read.name, kind: read.kind, ...measured };
}

/** @returns milliseconds an execution, and the rows of the last one */
async function half(
  client: pg.Client,
  agencyId: string,
  branchId: string,
  { name, text, values }: Read,
  how: 'secured' | 'bare',
): Promise<{ ms: number; rows: number }> {
  await client.query('begin read only');
  if (how === 'secured') {
    const variables = `set_config('yitu.agency_id', $1, true), set_config('yitu.reach', 'branch', true), set_config('yitu.branch_ids', $2, true)`;
    await client.query(`select ${variables}, set_config('yitu.user_id', '', true)`, [agencyId, branchId]);
    await client.query('set local role yitu_booking');
  }
  // Each way has a prepared statement of its own: PostgreSQL would plan one of both anew at each change of the role.
  const statement = { name: `${how}: ${name}`, text };
  let [executed, rows] = [0, 0];
  const begun = performance.now();
  do {
    const { rowCount } = await client.query({
      ...statement,
      values: [...(values[executed % values.length] ?? [])],
    });
    rows = rowCount ?? 0;
    executed++;
  } while (performance.now() - begun < halfMs);
  const ms = (performance.now() - begun) / executed;
  await client.query('rollback');
  return { ms, rows };
}
