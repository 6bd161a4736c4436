import { perform } from '@yitu/persistence';
import { InvalidConfig, type Service } from '@yitu/runtime';
import { agencyKeyRows } from './agency-keys.ts';
import { SealBroken } from './errors.ts';
import type { KeySource } from './key-source.ts';
import { RememberedKeys } from './remembered-keys.ts';
import { rootKeys, type RootKeyPlaces } from './root-keys.ts';
import type { VaultOptions } from './vault.ts';

/** The root keys of a place, looked at once: a file that is missing or holds no keys ends the start. @throws InvalidConfig, which tells no key */
export async function openRootKeys(places: RootKeyPlaces): Promise<KeySource> {
  const source = rootKeys(places);
  await source.currentRootKeyId().catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidConfig(`VAULT_ROOT_KEYS_FILE, VAULT_ROOT_KEYS: ${why}`, { cause });
  });
  return source;
}

/** The schema, the function or the table is not there yet: nothing was sealed. */
const notMigrated = ['3F000', '42883', '42P01'];

/**
 * Ends the start where the root keys do not open the keys in the database: with another file, everything sealed would fail one by one, and new agencies
 * would get keys that the right file does not open. The first agency's keys stand for all. A database or key source that is away ends nothing.
 * @throws InvalidConfig
 */
export async function requireRootKeys(
  options: VaultOptions & { readonly log: Service['log'] },
): Promise<void> {
  try {
    await openOne(options);
  } catch (cause) {
    if (cause instanceof SealBroken)
      throw new InvalidConfig(
        `VAULT_ROOT_KEYS_FILE, VAULT_ROOT_KEYS: these are not the root keys of this database: ${cause.message}`,
        { cause },
      );
    options.log.warn({ err: cause }, 'whether the root keys open the keys in the database is not known');
  }
}

async function openOne({ database, clock, source }: VaultOptions): Promise<void> {
  const agencyId = await firstAgency({ database });
  if (agencyId === undefined) return;
  const remembered = new RememberedKeys(source, database.service);
  const member = { kind: 'service', service: database.service, agencyId } as const;
  const scope = { member, reach: 'agency', action: `${database.service}.vault.check` } as const;
  const rows = await perform({ database, clock, principal: member }, scope, (uow) => agencyKeyRows(uow));
  await Promise.all(rows.map((row) => remembered.unwrap(agencyId, row)));
}

async function firstAgency({ database }: Pick<VaultOptions, 'database'>): Promise<string | undefined> {
  const sql = `select id from "${database.service}".vault_agencies() as id limit 1`;
  try {
    return (await database.pool.query<{ id: string }>(sql)).rows[0]?.id;
  } catch (error) {
    if (error instanceof Error && notMigrated.includes(String(Reflect.get(error, 'code')))) return undefined;
    throw error;
  }
}
