import { newId, systemClock } from '@yitu/kernel';
import { openDatabase, perform, type UnitOfWork } from '@yitu/persistence';
import { openVault, rootKeys, type Vault } from '@yitu/vault';
import { vaultUnrecorded } from '@yitu/vault/tables';
import { sealedDocuments, sealedNumber } from '../../../services/crm/src/documents/sealed-number.ts';

/** Where crm keeps its rows and its root keys: on this machine only. */
export interface CrmStore {
  /** Connection string of crm's own role. */
  readonly databaseUrl: string;
  readonly rootKeysFile: string;
}

/** The customer all the travellers belong to. */
export interface Whose {
  readonly agencyId: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly ownerId: string;
}

const batch = 1_000;

/** The passport number of the traveller at a place. */
export const numberAt = (place: number): string => `E${String(place).padStart(8, '0')}`;

/**
 * Puts travellers with a passport each into crm's tables, truly sealed: what would take the public API hours.
 * @returns how many rows a second
 */
export async function fillDocuments(store: CrmStore, whose: Whose, count: number): Promise<number> {
  const filled = 'what is measured on';
  const database = await openDatabase({
    service: 'crm',
    url: store.databaseUrl,
    entities: [],
    poolSize: 2,
    unrecorded: { ...vaultUnrecorded, travellers: filled, traveller_documents: filled },
  });
  const source = rootKeys({ VAULT_ROOT_KEYS_FILE: store.rootKeysFile });
  const vault = openVault({ database, clock: systemClock, source, tables: [sealedDocuments] });
  const begun = performance.now();
  try {
    await vault.ready(whose.agencyId);
    const state = { next: 0 };
    const work = async () => {
      for (let from = state.next; from < count; from = state.next) {
        state.next += batch;
        const member = { kind: 'service', service: 'crm', agencyId: whose.agencyId } as const;
        const scope = { member, reach: 'agency', action: 'load.a8.fill' } as const;
        await perform({ database, clock: systemClock, principal: member }, scope, (uow) =>
          fillBatch(uow, vault, whose, from, Math.min(batch, count - from)),
        );
      }
    };
    await Promise.all([work(), work()]);
  } finally {
    await database.close();
  }
  return (count / (performance.now() - begun)) * 1_000;
}

async function fillBatch(
  uow: UnitOfWork,
  vault: Vault,
  whose: Whose,
  from: number,
  count: number,
): Promise<void> {
  const places = Array.from({ length: count }, (_empty, place) => ({
    place: from + place,
    traveller: newId(),
  }));
  const sealings = await vault.sealingOf(
    uow,
    places.map(({ traveller }) => traveller),
  );
  const rows = places.flatMap(({ place, traveller }) => {
    const id = newId();
    const sealing = sealings.get(traveller);
    if (!sealing) return [];
    const plain = { kind: 'passport', number: numberAt(place), mrz: null } as const;
    const {
      numberSealed: sealed,
      numberIndex: index,
      numberMasked: masked,
    } = sealedNumber(sealing, id, plain);
    return [{ id, traveller, name: `旅客${place}`, sealed, index, masked }];
  });
  await uow.rows(
    `with rows as (
       select * from jsonb_to_recordset(?::jsonb) as row (id uuid, traveller uuid, name text, sealed text, index text, masked text)
     ), travellers as (
       insert into crm.travellers (agency_id, id, customer_id, branch_id, owner_id, name, birth_date, nationality, relation, version, created_at)
       select ?::uuid, traveller, ?::uuid, ?::uuid, ?::uuid, name, '1990-01-01', 'CN', 'other', 1, now() from rows
     )
     insert into crm.traveller_documents (agency_id, id, traveller_id, customer_id, branch_id, owner_id, kind,
       number_sealed, number_index, number_masked, issuing_country, version, created_at)
     select ?::uuid, id, traveller, ?::uuid, ?::uuid, ?::uuid, 'passport', sealed, index, masked, 'CHN', 1, now() from rows`,
    [
      JSON.stringify(rows),
      ...[0, 1].flatMap(() => [whose.agencyId, whose.customerId, whose.branchId, whose.ownerId]),
    ],
  );
}
