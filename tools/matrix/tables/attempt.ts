import type { ClientBase } from 'pg';

/** The tenant a connection says it acts for. */
export type Tenant = Readonly<Record<'yitu.agency_id' | 'yitu.reach', string>>;

/** What a statement came to: how many rows it saw or changed, or the SQLSTATE with which it was refused. */
export type Attempt = { readonly rows: number } | { readonly refused: string };

/** Runs a statement in a transaction that is taken back. @param tenant left out: nothing is set */
export async function attempt(
  client: ClientBase,
  tenant: Tenant | undefined,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Attempt> {
  await client.query('begin');
  try {
    for (const [name, value] of Object.entries(tenant ?? {}))
      await client.query('select set_config($1, $2, true)', [name, value]);
    const { rowCount } = await client.query(sql, [...parameters]);
    return { rows: rowCount ?? 0 };
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof code !== 'string') throw error;
    return { refused: code };
  } finally {
    await client.query('rollback');
  }
}

/** insufficient_privilege: no right to the table, or a row that row security does not let in. */
const denied = '42501';

export const isDenied = (tried: Attempt): boolean => 'refused' in tried && tried.refused === denied;

/** Whether a statement saw and changed nothing. */
export const isNothing = (tried: Attempt): boolean =>
  isDenied(tried) || ('rows' in tried && tried.rows === 0);

export const describe = (tried: Attempt): string =>
  'rows' in tried ? `${tried.rows} rows` : `refused with ${tried.refused}`;
