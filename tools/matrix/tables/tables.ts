import pg from 'pg';
import { tablesWithoutAgency } from '../../check/tenancy/without-agency.ts';
import { fillPartitions, tablesOf, type Table } from './catalogue.ts';
import { plantRow } from './plant.ts';
import { lookAsOthers, lookWithoutTenant, type Agencies } from './isolation.ts';
import { findWorkersSight } from './worker.ts';

/** A database with two agencies in it. */
export interface Populated {
  readonly admin: pg.Pool;
  /** Connection string of a service's own role. */
  readonly urlOf: (schema: string) => string;
  readonly agencies: Agencies;
}

export interface Protection {
  readonly tables: number;
  readonly unprotected: number;
  readonly findings: readonly string[];
}

/** Asks every table of every schema, as its service's own role would, for what it must not give. */
export async function lookAtTables(populated: Populated, schemas: readonly string[]): Promise<Protection> {
  const { admin } = populated;
  const unproven = await fill(populated, schemas);
  const tables = await tablesOf(admin, schemas);
  const found = await Promise.all(
    schemas.map((schema) =>
      lookAtSchema(
        populated,
        schema,
        tables.filter((table) => table.schema === schema),
      ),
    ),
  );
  const findings = [...found.flat(), ...(await findWorkersSight(admin, schemas)), ...unproven];
  const unprotected = new Set(findings.map((finding) => finding.split(/[ :]/)[0])).size;
  return { tables: tables.length, unprotected, findings };
}

/** Every table gets rows of both agencies. @returns one line for each that cannot have any, of which nothing is proven then */
async function fill({ admin, agencies }: Populated, schemas: readonly string[]): Promise<string[]> {
  const unproven: string[] = [];
  for (const { name, columns, partition } of await tablesOf(admin, schemas)) {
    if (partition || !columns.includes('agency_id')) continue;
    for (const agencyId of [agencies.ours, agencies.theirs]) {
      const { rowCount } = await admin.query(`select 1 from ${name} where agency_id = $1 limit 1`, [
        agencyId,
      ]);
      const hindrance = rowCount === 0 ? await plantRow(admin, name, agencyId) : undefined;
      if (hindrance)
        unproven.push(
          `${name} is empty, so nothing is proven of it: ${hindrance} (say in tools/matrix/tables/plant.ts what to put in)`,
        );
    }
  }
  await fillPartitions(admin, schemas);
  return unproven;
}

async function lookAtSchema(
  { admin, urlOf, agencies }: Populated,
  schema: string,
  tables: readonly Table[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: urlOf(schema) });
  await client.connect();
  try {
    const findings: string[] = [];
    for (const table of tables)
      if (!isListed(table)) findings.push(...(await lookWithoutTenant(client, table)));
    for (const table of tables)
      if (table.columns.includes('agency_id'))
        findings.push(...(await lookAsOthers(client, admin, table, agencies)));
    return findings;
  } finally {
    await client.end();
  }
}

/** A table without agency is left to the list of `npm run check`, unless no service may read it anyway. */
const isListed = ({ name }: Table) => name in tablesWithoutAgency;
