/** Tables a statement writes, by name without schema: `insert into`, `update`, `delete from`, `merge into`, also within `with`. */
export function writtenTables(sql: string): readonly string[] {
  const known = seen.get(sql);
  if (known) return known;
  const tables = [...new Set([...sql.matchAll(writes)].flatMap(([, table]) => table ?? []))];
  if (seen.size >= 1_000) seen.clear();
  seen.set(sql, tables);
  return tables;
}

// `on conflict … do update set` and `for update` write nothing of their own.
const writes =
  /(?:\binsert\s+into|(?<!\b(?:do|for|key)\s+)\bupdate|\bdelete\s+from|\bmerge\s+into)\s+(?:only\s+)?(?:"?\w+"?\.)?"?(\w+)"?/gi;

/** Statements are written once and run often. */
const seen = new Map<string, readonly string[]>();

/** What this library writes for every service; the records are among them. */
const ownTables: ReadonlySet<string> = new Set([
  'outbox',
  'inbox',
  'inbox_positions',
  'idempotency_keys',
  'audit_records',
  'quarantine',
]);

/** Tables a statement writes and for which it wants an audit record. @param exempt with the reason why not */
export const unrecordedTables = (sql: string, exempt: Readonly<Record<string, string>>): string[] =>
  writtenTables(sql).filter((table) => !ownTables.has(table) && !Object.hasOwn(exempt, table));
