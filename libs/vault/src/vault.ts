import type { KeyObject } from 'node:crypto';
import type { Clock } from '@yitu/kernel';
import { perform, type Database, type UnitOfWork } from '@yitu/persistence';
import { agencyKeyRows, agencyKeys, makeAgencyKey } from './agency-keys.ts';
import type { KeySource } from './key-source.ts';
import { dataKeysOf, destroyDataKeys, lockDataKeys } from './person-keys.ts';
import { RememberedKeys } from './remembered-keys.ts';
import { indexOf } from './search-index.ts';
import { requireDeclared, type SealedTable } from './sealed-table.ts';
import { sealingKeysOf } from './sealing-keys.ts';
import { openText, sealText, type DataKey, type Place, type Subject } from './sealed-text.ts';

export interface VaultOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly source: KeySource;
  /** Every table of the service with sealed fields. */
  readonly tables: readonly SealedTable[];
}

/** Seals fields of one person within one transaction. */
export interface Sealing {
  seal(place: Place, text: string): string;
  /** What the value will be found by. @param normalised equal values must be written equally */
  index(field: Pick<Place, 'table' | 'field'>, normalised: string): string;
}

/** A service's protected fields: sealed under the key of the person they are about. */
export interface Vault {
  /**
   * Gets an agency's keys ready, and makes them at the first need. To be called before the transaction that seals, opens or searches: the key
   * source may be far away.
   * @throws vault/keys-unavailable
   */
  ready(agencyId: string): Promise<void>;
  /**
   * Seals for a person; to be called before rows of that person are locked or read for a change (that order keeps two changes from waiting for
   * each other).
   * @throws vault/person-erased
   */
  sealing(uow: UnitOfWork, personId: string): Promise<Sealing>;
  /** The same for many at once, by person: for imports. */
  sealingOf(uow: UnitOfWork, personIds: readonly string[]): Promise<ReadonlyMap<string, Sealing>>;
  /**
   * Opens fields of a person; to be called after their rows were read, so that a rotation in between leaves their keys where they are.
   * The function it gives throws SealBroken, never a part of the text.
   * @throws vault/person-erased
   */
  opening(uow: UnitOfWork, personId: string): Promise<(place: Place, sealed: string) => string>;
  /**
   * Finds rows by an exact value of a sealed field. @param find gets what the value may be indexed by: a few texts, more than one during a rotation
   */
  search<Found>(
    uow: UnitOfWork,
    field: Pick<Place, 'table' | 'field'>,
    normalised: string,
    find: (indexes: string[]) => Promise<Found>,
  ): Promise<Found>;
  /**
   * Locks a person's keys until the transaction ends: a rotation passes them by meanwhile. For a transaction that changes rows of theirs and erases them
   * afterwards: a rotation locks keys before rows, and so must that.
   */
  hold(uow: UnitOfWork, personId: string): Promise<void>;
  /** Destroys a person's keys: nothing sealed for them can be opened any more, and nothing be sealed. */
  erase(uow: UnitOfWork, personId: string, erasure: { by: string; reason: string }): Promise<void>;
}

/** Less than keys are remembered, so that they are there when they are needed. */
const preparedMs = 240_000;

/** A vault whose keys lie in the service's own schema (see vaultTables), wrapped by the source's root key. */
export function openVault({ database, clock, source, tables }: VaultOptions): Vault {
  const remembered = new RememberedKeys(source, database.service);
  const prepared = new Map<string, number>();
  const indexKeys = async (uow: UnitOfWork) => agencyKeys(uow, remembered, await agencyKeyRows(uow), 'index');
  const sealingOf = async (uow: UnitOfWork, personIds: readonly string[]) => {
    const dataKeys = await sealingKeysOf(uow, remembered, personIds);
    const indexes = await indexKeys(uow);
    const sealings = [...dataKeys].map(([id, dataKey]) => {
      // All rows of a person are indexed by one key, so that the same value twice is found out also in the middle of a rotation.
      const index = indexes.find(({ version }) => version === dataKey.indexKeyVersion);
      if (!index) throw new Error('a foreign key keeps the index key of every person');
      return [id, sealingWith(tables, subjectOf(uow, id), dataKey, index.key)] as const;
    });
    return new Map(sealings);
  };
  return {
    ready: async (agencyId) => {
      if (performance.now() - (prepared.get(agencyId) ?? -Infinity) < preparedMs) return;
      await makeReady({ database, clock }, remembered, agencyId);
      if (prepared.size >= 10_000) prepared.clear();
      prepared.set(agencyId, performance.now());
    },
    sealing: async (uow, personId) => {
      const sealing = (await sealingOf(uow, [personId])).get(personId);
      if (!sealing) throw new Error('there is a key for everybody who was asked for');
      return sealing;
    },
    sealingOf,
    opening: async (uow, personId) => {
      const subject = subjectOf(uow, personId);
      const keys = await dataKeysOf(uow, remembered, personId);
      return (place, sealed) => openText(subject, place, keys, sealed);
    },
    search: async (uow, field, normalised, find) => {
      const scope = { schema: uow.schema, agencyId: uow.agencyId, ...field };
      for (let keys = await indexKeys(uow); ;) {
        const found = await find(keys.map(({ key }) => indexOf(key, scope, normalised)));
        const known = await indexKeys(uow);
        // A key made meanwhile may have taken a row out of sight: look again.
        if (known.every(({ version }) => keys.some((one) => one.version === version))) return found;
        keys = known;
      }
    },
    hold: async (uow, personId) => void (await lockDataKeys(uow, personId)),
    erase: destroyDataKeys,
  };
}

const sealingWith = (
  tables: readonly SealedTable[],
  subject: Subject,
  dataKey: DataKey,
  indexKey: KeyObject,
): Sealing => ({
  seal: (place, text) => {
    requireDeclared(tables, place);
    return sealText(subject, place, dataKey, text);
  },
  index: (field, normalised) => indexOf(indexKey, { ...subject, ...field }, normalised),
});

const subjectOf = (uow: UnitOfWork, personId: string) => ({
  schema: uow.schema,
  agencyId: uow.agencyId,
  personId,
});

async function makeReady(
  { database, clock }: Pick<VaultOptions, 'database' | 'clock'>,
  remembered: RememberedKeys,
  agencyId: string,
): Promise<void> {
  const member = { kind: 'service', service: database.service, agencyId } as const;
  const scope = { member, reach: 'agency', action: `${database.service}.vault.prepare` } as const;
  await perform({ database, clock, principal: member }, scope, async (uow) => {
    for (const purpose of ['wrapping', 'index'] as const) {
      const rows = await agencyKeyRows(uow);
      if (!rows.some((row) => row.purpose === purpose)) await makeAgencyKey(uow, remembered, purpose, 1);
    }
    for (const row of await agencyKeyRows(uow)) await remembered.unwrap(agencyId, row);
  });
}
