import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { databaseFault } from './faults.ts';

let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
});
afterAll(() => admin.end());

/** What a statement on a connection is told whose server process is gone. */
async function statementOnBrokenConnection(): Promise<unknown> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  client.on('error', () => undefined); // it says so twice
  const broken = once(client, 'error');
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await broken;
  return client.query('select 1').catch((error: unknown) => error);
}

describe('what the database says', () => {
  it('passes, when the connection broke before the statement was sent', async () => {
    const said = await statementOnBrokenConnection();
    expect(String(said)).toContain('not queryable');
    expect(databaseFault(said, {})).toMatchObject({
      again: false,
      error: { code: 'request/busy', status: 503 },
    });
  });

  it('passes as well when somebody has wrapped it', () => {
    const wrapped = new Error('statement failed', {
      cause: new Error('Connection terminated unexpectedly'),
    });
    expect(databaseFault(wrapped, {})).toMatchObject({ error: { code: 'request/busy' } });
  });

  it('does not pass when it is our own mistake', () => {
    const mistake = new Error('syntax error at or near "slect"');
    expect(databaseFault(mistake, {})).toEqual({ again: false, error: mistake });
  });
});
