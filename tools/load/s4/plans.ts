import pg from 'pg';
import type { Statement } from './statements.ts';

/** Tables that grow with an agency: reading one from end to end is never right. */
const growing: ReadonlySet<string> = new Set([
  'products',
  'product_endings',
  'product_facets',
  'product_listings',
  'departures',
  'departure_prices',
  'departure_endings',
  'customers',
  'travellers',
  'orders',
  'order_lines',
  'order_travellers',
  'payment_dues',
]);

/** So many of one text are looked at: other values may have other plans. */
const ofOneText = 3;

/** A node of a plan, as `explain (format json)` writes it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** What was found in the plans. */
export interface PlanReport {
  /** Different statements, by their texts. */
  readonly statements: number;
  /** Statements that read a growing table from end to end, with the table. */
  readonly scans: readonly { readonly text: string; readonly table: string }[];
}

/**
 * Plans each statement as its service's role, with what its transaction had set: once for its values and once for any values, since PostgreSQL may
 * use either.
 * @param databaseUrl the administrator's
 */
export async function reportPlans(
  databaseUrl: string,
  role: string,
  statements: readonly Statement[],
): Promise<PlanReport> {
  const byText = Map.groupBy(statements, ({ text }) => text);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yitu-load' });
  await client.connect();
  try {
    const scans = [];
    for (const [text, same] of byText) {
      const tables = new Set<string>();
      for (const one of same.slice(0, ofOneText))
        for (const plan of await plansOf(client, role, one))
          for (const table of scannedIn(plan)) tables.add(table);
      scans.push(...[...tables].map((table) => ({ text, table })));
    }
    return { statements: byText.size, scans };
  } finally {
    await client.end();
  }
}

async function plansOf(
  client: pg.Client,
  role: string,
  { text, values, scope }: Statement,
): Promise<PlanNode[]> {
  const plans = [];
  await client.query('begin read only');
  try {
    if (scope !== '') await client.query(scope);
    await client.query(`set local role ${client.escapeIdentifier(role)}`);
    await client.query(`prepare looked_at as ${text}`);
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await client.query(`set local plan_cache_mode = ${mode}`);
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (format json) execute looked_at${values.length > 0 ? `(${values.join(', ')})` : ''}`,
      );
      plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan)));
    }
    await client.query('deallocate looked_at');
    return plans;
  } finally {
    await client.query('rollback');
  }
}

/** Growing tables that a plan reads from end to end. */
export function scannedIn(node: PlanNode): string[] {
  const table = node['Relation Name'];
  const here = node['Node Type'] === 'Seq Scan' && table !== undefined && growing.has(table) ? [table] : [];
  return [...here, ...(node.Plans ?? []).flatMap(scannedIn)];
}
