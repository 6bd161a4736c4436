import { openDatabase, type Database } from '@yitu/persistence';
import { eventually, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A connection of the service's own role, inside a transaction. */
interface Client {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

let world: World;
let own: Database;
let agency: TestAgency;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'finance'] });
  own = await openDatabase({
    service: 'finance',
    url: world.environment('finance')['DATABASE_URL'] ?? '',
    entities: [],
  });
  agency = await world.foundAgency();
  await eventually(async () => {
    for (const table of ['accounts', 'branches']) {
      const { rowCount } = await world.admin.query(`select from finance.${table} where agency_id = $1`, [
        agency.id,
      ]);
      if (rowCount === 0) throw new Error(`there are no ${table} yet`);
    }
  });
});
afterAll(async () => {
  await own.close();
  await world.close();
});

type Line = readonly [account: string, debit: number, credit: number, currency?: string];

/** Runs statements in one transaction as the service's own role, within the agency. */
async function asFinance(work: (client: Client) => Promise<unknown>, tenant = agency.id): Promise<void> {
  const client = await own.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('yitu.agency_id', $1, true), set_config('yitu.reach', 'agency', true)`,
      [tenant],
    );
    await work(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function insertEntry(client: Client, lines: readonly Line[], declared = lines.length): Promise<string> {
  const id = crypto.randomUUID();
  await client.query(
    `insert into finance.entries (agency_id, id, number, branch_id, entry_date, text, source_kind, source_id, line_count, posted_by, posted_at)
     values ($1, $2, $3, $4, '2026-05-01', '{}', 'payment', $2, $5, 'test', now())`,
    [agency.id, id, `T-${id}`, agency.headquartersId, declared],
  );
  for (const [index, line] of lines.entries()) await insertPosting(client, id, index + 1, line);
  return id;
}

const insertPosting = (
  client: Client,
  entryId: string,
  line: number,
  [account, debit, credit, currency = 'CNY']: Line,
) =>
  client.query(
    `insert into finance.postings (agency_id, entry_id, line, branch_id, account_code, debit, credit, currency)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [agency.id, entryId, line, agency.headquartersId, account, debit, credit, currency],
  );

const balanced: Line[] = [
  ['1002', 500, 0],
  ['2203', 0, 500],
];

const count = async (id: string) => {
  const { rows } = await world.admin.query<{ count: number }>(
    'select count(*)::integer as count from finance.postings where entry_id = $1',
    [id],
  );
  return rows[0]?.count;
};

describe('the ledger in the database', () => {
  it('takes a balanced entry from the service', async () => {
    const entry: { id?: string } = {};
    await asFinance(async (client) => {
      entry.id = await insertEntry(client, balanced);
    });
    expect(await count(entry.id ?? '')).toBe(2);
  });

  it.each<[string, Line[]]>([
    [
      'debits above its credits',
      [
        ['1002', 500, 0],
        ['2203', 0, 499],
      ],
    ],
    [
      'two sides in different currencies',
      [
        ['1002', 500, 0, 'CNY'],
        ['2203', 0, 500, 'EUR'],
      ],
    ],
    ['one currency balanced and another not', [...balanced, ['1001', 1, 0, 'EUR'], ['2203', 0, 2, 'EUR']]],
  ])('refuses at the commit an entry with %s', async (_what, lines) => {
    await expect(asFinance((client) => insertEntry(client, lines))).rejects.toMatchObject({
      code: '23514',
      constraint: 'entries_balanced',
    });
  });

  it('refuses an entry without the postings it was declared with', async () => {
    const refused = { code: '23514', constraint: 'entries_complete' };
    await expect(asFinance((client) => insertEntry(client, [], 2))).rejects.toMatchObject(refused);
    await expect(asFinance((client) => insertEntry(client, balanced, 3))).rejects.toMatchObject(refused);
  });

  it('refuses an entry of one posting, a posting with both sides and one with none', async () => {
    await expect(asFinance((client) => insertEntry(client, [['1002', 5, 0]]))).rejects.toMatchObject({
      code: '23514',
    });
    for (const line of [
      ['1002', 5, 5],
      ['1002', 0, 0],
      ['1002', -5, 0],
    ] as const) {
      const attempt = asFinance((client) => insertEntry(client, [line, ['2203', 0, 5]]));
      await expect(attempt).rejects.toMatchObject({ code: '23514' });
    }
  });

  it('refuses postings added to an entry later, even balanced ones', async () => {
    const entry: { id?: string } = {};
    await asFinance(async (client) => {
      entry.id = await insertEntry(client, balanced);
    });
    const later = asFinance(async (client) => {
      await insertPosting(client, entry.id ?? '', 3, ['1002', 7, 0]);
      await insertPosting(client, entry.id ?? '', 4, ['2203', 0, 7]);
    });
    await expect(later).rejects.toMatchObject({ code: '23514', constraint: 'entries_complete' });
  });

  it('cannot be deceived by another tenant set before the commit', async () => {
    const deceit = asFinance(async (client) => {
      await insertEntry(client, [
        ['1002', 500, 0],
        ['2203', 0, 1],
      ]);
      await client.query(`select set_config('yitu.agency_id', $1, true)`, [crypto.randomUUID()]);
    });
    await expect(deceit).rejects.toMatchObject({ code: '23514', constraint: 'entries_complete' });
  });

  it('cannot be deceived by tables of the same names made for one transaction', async () => {
    const entry = { id: '' };
    const shadowed = asFinance(async (client) => {
      // Where the service may not make such tables at all, this is where it ends.
      for (const table of ['entries', 'postings'])
        await client.query(`create temporary table ${table} (like finance.${table}) on commit drop`);
      entry.id = await insertEntry(client, [
        ['1002', 500, 0],
        ['2203', 0, 1],
      ]);
      for (const table of ['entries', 'postings'])
        await client.query(`insert into pg_temp.${table} select * from finance.${table}`);
      await client.query(
        `update pg_temp.postings set credit = 500 where entry_id = '${entry.id}' and line = 2`,
      );
    });
    await expect(shadowed).rejects.toMatchObject({
      code: expect.stringMatching(/^(23514|42501)$/) as string, // unbalanced, or no right to make tables
    });
    expect(entry.id === '' ? 0 : await count(entry.id)).toBe(0);
  });

  it('posts one source once', async () => {
    const twice = asFinance(async (client) => {
      const id = await insertEntry(client, balanced);
      await client.query(
        `insert into finance.entries (agency_id, id, number, branch_id, entry_date, text, source_kind, source_id, line_count, posted_by, posted_at)
         values ($1, $2, $3, $4, '2026-05-01', '{}', 'payment', $5, 2, 'test', now())`,
        [agency.id, crypto.randomUUID(), `T-${crypto.randomUUID()}`, agency.headquartersId, id],
      );
    });
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'entries_source_key' });
  });

  it.each([
    'update finance.postings set debit = 1 where debit > 0',
    'update finance.entries set number = number',
    'delete from finance.postings',
    'delete from finance.entries',
    'truncate finance.postings',
    'truncate finance.entries cascade',
    `update finance.accounts set name = '{}'`,
    'delete from finance.accounts',
  ])('gives the service no right to: %s', async (statement) => {
    await expect(asFinance((client) => client.query(statement))).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    'update finance.postings set debit = 1 where debit > 0',
    'update finance.entries set number = number where false',
    'delete from finance.postings',
    'delete from finance.entries where false',
    'truncate finance.postings',
    'truncate finance.entries cascade',
    `insert into finance.entries select * from finance.entries on conflict (agency_id, id) do update set number = 'x'`,
  ])('refuses even to its owner: %s', async (statement) => {
    await expect(world.admin.query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  it('checks the owner like everybody else', async () => {
    const id = crypto.randomUUID();
    const attempt = world.admin.query(
      `insert into finance.entries (agency_id, id, number, branch_id, entry_date, text, source_kind, source_id, line_count, posted_by, posted_at)
       values ('${agency.id}', '${id}', 'T-${id}', '${agency.headquartersId}', '2026-05-01', '{}', 'payment', '${id}', 2, 'test', now())`,
    );
    await expect(attempt).rejects.toMatchObject({ constraint: 'entries_complete' });
  });
});
