import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A statement as a service's connection sent it. */
export interface Statement {
  readonly text: string;
  /** Its values as SQL writes them: `'…'` or `NULL`. */
  readonly values: readonly string[];
  /** What set its transaction's variables for row security, with their values in it; empty where nothing had. */
  readonly scope: string;
}

const looksMs = 50;

/**
 * The statements a role sends while `work` goes on, read from PostgreSQL's log: for as long all statements are logged.
 * @param databaseUrl the administrator's @param logFile where that server logs to
 */
export async function statementsDuring(
  { databaseUrl, logFile, role }: { databaseUrl: string; logFile: string; role: string },
  work: () => Promise<void>,
): Promise<Statement[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yitu-load' });
  await client.connect();
  try {
    await client.query(`alter system set log_line_prefix = '%m [%p] %u '`);
    await setLogging(client, `alter system set log_statement = 'all'`, 'all');
    const from = statSync(logFile).size;
    await work();
    return statementsIn(readFrom(logFile, from), role);
  } finally {
    await client.query('alter system reset log_line_prefix');
    await setLogging(client, 'alter system reset log_statement', 'none');
    await client.end();
  }
}

/** Returns when it is in force: the server tells all its processes at once. */
async function setLogging(client: pg.Client, change: string, wanted: string): Promise<void> {
  await client.query(change);
  await client.query('select pg_reload_conf()');
  for (;;) {
    const { rows } = await client.query<{ log_statement: string }>('show log_statement');
    if (rows[0]?.log_statement === wanted) return;
    await pause(looksMs);
  }
}

function readFrom(file: string, from: number): string {
  const size = statSync(file).size - from;
  const content = Buffer.alloc(size);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, content, 0, size, from);
  } finally {
    closeSync(descriptor);
  }
  return content.toString();
}

const entry = /^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[(\d+)\] (\S+) (LOG|DETAIL): {2}(.*)$/s;
const executed = /^execute [^:]+: (.*)$/s;
const given = /^parameters: (.*)$/is;

/** @param log PostgreSQL's, with `%m [%p] %u ` before each entry @returns those of one role that read, in their order */
export function statementsIn(log: string, role: string): Statement[] {
  const scopes = new Map<string, string>();
  const statements: Statement[] = [];
  const last = new Map<string, string>();
  const note = (process: string, text: string, values: readonly string[]) => {
    if (/\bset_config\(/.test(text)) scopes.set(process, withValues(text, values));
    else if (/^\s*(select|with)\b/i.test(text))
      statements.push({ text, values, scope: scopes.get(process) ?? '' });
  };
  // Further lines of an entry begin with a tab.
  for (const line of log.replaceAll('\n\t', '\u0000').split('\n')) {
    const [, process = '', user, level, said = ''] = entry.exec(line.replaceAll('\u0000', '\n')) ?? [];
    if (user !== role) continue;
    if (level === 'LOG') last.set(process, executed.exec(said)?.[1] ?? '');
    const values = level === 'DETAIL' ? given.exec(said)?.[1] : undefined;
    const text = last.get(process);
    if (values !== undefined && text) note(process, text, literalsIn(values));
  }
  return statements;
}

/** The values of `$1 = 'a', $2 = NULL`. */
const literalsIn = (values: string): string[] =>
  [...values.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, literal]) => literal ?? 'NULL');

const withValues = (text: string, values: readonly string[]) =>
  text.replaceAll(/\$(\d+)/g, (_place, number: string) => values[Number(number) - 1] ?? 'NULL');
