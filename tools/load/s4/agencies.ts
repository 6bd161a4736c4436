import { createHmac } from 'node:crypto';
import pg from 'pg';
import { branchCodes, found, as, openBranch, person, signIn, type Account } from '../s1/agency.ts';
import type { RunningSystem } from '../config.ts';
import type { Sellers } from './order-rows.ts';

/** An agency that stays from run to run, with somebody of the headquarters who sees all orders and those who see their branch's. */
export interface LastingAgency extends Sellers {
  readonly id: string;
  readonly code: string;
  readonly account: Account;
  /** Sees everything. */
  readonly operator: string;
  /** User names of those who see their own branch, in the order of the branches. */
  readonly sales: readonly string[];
}

const operator = 'operator';
/** Who sells first in a branch. */
const firstOf = (code: string) => `sales.${code.toLowerCase()}1`;

/** The agency with that code: founded by the first run, found by the others. */
export async function lastingAgency(system: RunningSystem, code: string): Promise<LastingAgency> {
  // The same in every run, and nobody else's.
  const password = createHmac('sha256', system.operatorSecret).update(code).digest('base64url').slice(0, 20);
  const account = { system, code, password };
  if (!(await idOf(system.databaseUrl, code))) await foundWhole(account);
  await signIn(account, operator); // one that was founded only in part is told by this
  const id = await idOf(system.databaseUrl, code);
  if (id === undefined) throw new Error(`booking does not know the agency ${code}`);
  const branches = await sellersOf(system.databaseUrl, id);
  return { id, code, account, operator, sales: branches.map((branch) => firstOf(branch.code)), branches };
}

/** New access tokens: one sees everything, the others their own branch; in the order of the branches. */
export async function tokensOf({
  account,
  sales,
}: LastingAgency): Promise<{ all: string; branches: string[] }> {
  const [all = '', ...branches] = await Promise.all(
    [operator, ...sales].map((name) => signIn(account, name)),
  );
  return { all, branches };
}

async function foundWhole(account: Account): Promise<void> {
  const { headquartersId } = await found(account);
  const administrator = await as(account, 'admin');
  await Promise.all(branchCodes.map((code) => openBranch(account, administrator, headquartersId, code)));
  // The last: who can sign in as it has a whole agency.
  await administrator.post('/api/identity/v1/users', {
    ...person(account, operator, headquartersId),
    roles: [operator],
  });
}

const idOf = async (databaseUrl: string, code: string): Promise<string | undefined> => {
  const rows = await rowsOf<{ id: string }>(
    databaseUrl,
    'select agency_id as id from booking.agencies where code = $1',
    [code],
  );
  return rows[0]?.id;
};

/** Branches in the order of their codes, with those who sell there. */
const sellersOf = (databaseUrl: string, agencyId: string): Promise<Sellers['branches'][number][]> =>
  rowsOf(
    databaseUrl,
    `select branches.id, branches.code, array_agg(users.id order by user_name) as people
     from booking.branches join identity.users using (agency_id)
     where agency_id = $1 and users.branch_id = branches.id and user_name like 'sales.%'
     group by branches.id, branches.code order by branches.code`,
    [agencyId],
  );

async function rowsOf<Row extends object>(
  databaseUrl: string,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yitu-load' });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
