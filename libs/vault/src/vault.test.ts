import { randomBytes } from 'node:crypto';
import { fixedClock, newId } from '@yitu/kernel';
import { openDatabase, perform, type Database, type UnitOfWork } from '@yitu/persistence';
import { copyDatabase, eventually } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLog } from '@yitu/runtime';
import { openRootKeys, openVault, requireRootKeys, rootKeys, type KeySource, type Vault } from './index.ts';
import { vaultUnrecorded } from './tables.ts';

let copy: Awaited<ReturnType<typeof copyDatabase>>;
let database: Database;
let vault: Vault;

const clock = fixedClock('2026-05-01T04:00:00Z');
const rootKey = (version: number) => ({ version, key: randomBytes(32).toString('base64') });
const first = rootKey(1);
const source = rootKeys({ VAULT_ROOT_KEYS: JSON.stringify([first]) });
const tables = [{ table: 'users', personColumn: 'id', fields: [{ field: 'totp_secret', column: 'totp' }] }];
const open = (from: KeySource = source) => openVault({ database, clock, source: from, tables });

beforeAll(async () => {
  copy = await copyDatabase(inject('postgresUrl'));
  const url = new URL(copy.url);
  const role = 'yitu_identity'; // any service whose schema has the vault's tables
  Object.assign(url, { username: role, password: inject('secrets').rolePasswords[role] });
  const unrecorded = vaultUnrecorded;
  database = await openDatabase({ service: 'identity', url: url.href, entities: [], unrecorded });
  vault = open();
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const within = <Result>(agencyId: string, work: (uow: UnitOfWork) => Promise<Result>): Promise<Result> => {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  return perform({ database, clock, principal: member }, { member, reach: 'agency', action: 'test' }, work);
};

/** A new agency that is ready. */
async function newAgency(): Promise<string> {
  const agencyId = newId();
  await vault.ready(agencyId);
  return agencyId;
}

const place = (row: string) => ({ table: 'users', row, field: 'totp_secret' });
const sealFor = (agencyId: string, personId: string, text: string) =>
  within(agencyId, async (uow) => (await vault.sealing(uow, personId)).seal(place(personId), text));
const openFor = (agencyId: string, personId: string, sealed: string, by = vault) =>
  within(agencyId, async (uow) => (await by.opening(uow, personId))(place(personId), sealed));

describe('the vault', () => {
  it('opens what it sealed, also as another replica that knows nothing yet', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    const sealed = await sealFor(agencyId, personId, 'JBSWY3DPEHPK3PXP');
    expect(await openFor(agencyId, personId, sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(await openFor(agencyId, personId, sealed, open())).toBe('JBSWY3DPEHPK3PXP');
  });

  it('makes one set of keys for an agency and one for a person, however many ask at once', async () => {
    const [agencyId, personId] = [newId(), newId()];
    const replicas = Array.from({ length: 6 }, () => open());
    await Promise.all(replicas.map((one) => one.ready(agencyId)));
    const sealed = await Promise.all(
      replicas.map((one) =>
        within(agencyId, async (uow) => (await one.sealing(uow, personId)).seal(place(personId), 'x')),
      ),
    );
    const { rows } = await copy.admin.query(
      `select (select count(*)::int from identity.agency_keys where agency_id = $1) as agency,
              (select count(*)::int from identity.person_keys where agency_id = $1) as person`,
      [agencyId],
    );
    expect(rows).toEqual([{ agency: 2, person: 1 }]);
    for (const one of sealed) expect(await openFor(agencyId, personId, one)).toBe('x');
  });

  it('makes keys for many persons at once, and finds those that are there', async () => {
    const agencyId = await newAgency();
    const persons = Array.from({ length: 50 }, () => newId());
    const early = await sealFor(agencyId, persons[7] ?? '', 'early');
    const sealed = await within(agencyId, async (uow) =>
      [...(await vault.sealingOf(uow, persons))].map(([id, { seal }]) => [id, seal(place(id), id)] as const),
    );
    expect(sealed.map(([id]) => id).toSorted()).toEqual(persons.toSorted());
    for (const [id, text] of sealed) expect(await openFor(agencyId, id, text)).toBe(id);
    expect(await openFor(agencyId, persons[7] ?? '', early)).toBe('early');
  });

  it('seals nothing for a field it was not told of, since a rotation would lose it', async () => {
    const agencyId = await newAgency();
    const sealing = within(agencyId, async (uow) =>
      (await vault.sealing(uow, newId())).seal({ table: 'users', row: newId(), field: 'other' }, 'x'),
    );
    await expect(sealing).rejects.toThrow('users.other is no field the vault was told of');
  });

  it("does not open one agency's or person's text for another", async () => {
    const [ours, theirs, personId, other] = [await newAgency(), await newAgency(), newId(), newId()];
    const sealed = await sealFor(ours, personId, 'secret');
    await sealFor(theirs, personId, 'secret');
    await sealFor(ours, other, 'secret');
    await expect(openFor(theirs, personId, sealed)).rejects.toThrow(/not authentic here/);
    const moved = within(ours, async (uow) => (await vault.opening(uow, other))(place(personId), sealed));
    await expect(moved).rejects.toThrow(/not authentic here/);
  });

  it('refuses a data key that was moved to another person or agency in the database', async () => {
    const [agencyId, personId, other] = [await newAgency(), newId(), newId()];
    const sealed = await sealFor(agencyId, personId, 'secret');
    await sealFor(agencyId, other, 'secret');
    await copy.admin.query(
      `update identity.person_keys set wrapped = (select wrapped from identity.person_keys where person_id = $1) where person_id = $2`,
      [personId, other],
    );
    await expect(openFor(agencyId, other, sealed)).rejects.toThrow(/not authentic here/);
  });

  it('keeps only wrapped keys in the database, which the root key of another system does not open', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    const sealed = await sealFor(agencyId, personId, 'secret');
    const stranger = open(rootKeys({ VAULT_ROOT_KEYS: JSON.stringify([rootKey(1)]) }));
    await expect(openFor(agencyId, personId, sealed, stranger)).rejects.toThrow(/not authentic here/);
  });

  it('answers 503 while the key source is not there, and works when it is back', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    const sealed = await sealFor(agencyId, personId, 'secret');
    const far = { away: true };
    const kms: KeySource = {
      ...source,
      unwrap: (context, wrapped) =>
        far.away ? Promise.reject(new Error('no route to host')) : source.unwrap(context, wrapped),
    };
    const replica = open(kms);
    await expect(replica.ready(agencyId)).rejects.toMatchObject({
      code: 'vault/keys-unavailable',
      status: 503,
    });
    far.away = false;
    await replica.ready(agencyId);
    far.away = true;
    expect(await openFor(agencyId, personId, sealed, replica)).toBe('secret');
  });
});

describe('starting', () => {
  const log = createLog('identity', 'silent');

  it('is refused with root keys that are not those of the database, and goes on while their source is away', async () => {
    await newAgency();
    const options = { database, clock, tables, log };
    await requireRootKeys({ ...options, source });
    const other = rootKeys({ VAULT_ROOT_KEYS: JSON.stringify([rootKey(1)]) });
    await expect(requireRootKeys({ ...options, source: other })).rejects.toThrow(
      /^VAULT_ROOT_KEYS_FILE, VAULT_ROOT_KEYS: these are not the root keys of this database/,
    );
    const newer = rootKeys({ VAULT_ROOT_KEYS: JSON.stringify([rootKey(2)]) });
    await expect(requireRootKeys({ ...options, source: newer })).rejects.toThrow('no root key of version 1');
    const away = () => Promise.reject(new Error('no route to host'));
    await requireRootKeys({ ...options, source: { ...source, unwrap: away } });
  });

  it.each([
    ['a file that is not there', { VAULT_ROOT_KEYS_FILE: '/nowhere/keys.json' }, /ENOENT.*nowhere/],
    ['no keys', { VAULT_ROOT_KEYS: '[]' }, /there is no root key/],
    ['a short key', { VAULT_ROOT_KEYS: '[{"version":1,"key":"c2hvcnQ="}]' }, /32 bytes in base64/],
  ])('is refused with %s, in one line', async (_what, places, why) => {
    await expect(openRootKeys(places)).rejects.toMatchObject({
      name: 'InvalidConfig',
      message: expect.stringMatching(why) as string,
    });
  });
});

describe('finding by an exact value', () => {
  const field = { table: 'users', field: 'totp_secret' };
  const candidates = (agencyId: string, value: string, by = field) =>
    within(agencyId, (uow) => vault.search(uow, by, value, (indexes) => Promise.resolve(indexes)));

  it('gives the text the value was indexed by, and another one for another value, field or agency', async () => {
    const [agencyId, other] = [await newAgency(), await newAgency()];
    const index = await within(agencyId, async (uow) =>
      (await vault.sealing(uow, newId())).index(field, '110101199003071234'),
    );
    expect(await candidates(agencyId, '110101199003071234')).toEqual([index]);
    expect(await candidates(agencyId, '110101199003071235')).not.toEqual([index]);
    expect(await candidates(agencyId, '110101199003071234', { ...field, field: 'x' })).not.toEqual([index]);
    expect(await candidates(other, '110101199003071234')).not.toEqual([index]);
    expect(index).toMatch(/^[\w-]{43}$/);
  });
});

describe('erasing a person', () => {
  const erase = (agencyId: string, personId: string) =>
    within(agencyId, (uow) => vault.erase(uow, personId, { by: 'user:u', reason: 'asked for it' }));

  it('leaves a tombstone that says who, when and why, and nothing that opens', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    const sealed = await sealFor(agencyId, personId, 'secret');
    const replica = open();
    expect(await openFor(agencyId, personId, sealed, replica)).toBe('secret');
    await erase(agencyId, personId);
    for (const one of [vault, replica])
      await expect(openFor(agencyId, personId, sealed, one)).rejects.toMatchObject({
        code: 'vault/person-erased',
        status: 410,
      });
    await expect(sealFor(agencyId, personId, 'again')).rejects.toMatchObject({ code: 'vault/person-erased' });
    const { rows } = await copy.admin.query('select * from identity.person_keys where person_id = $1', [
      personId,
    ]);
    expect(rows).toMatchObject([
      {
        wrapped: null,
        erased_by: 'user:u',
        erasure_reason: 'asked for it',
        erased_at: new Date('2026-05-01T04:00:00Z'),
      },
    ]);
  });

  it('also holds for somebody of whom nothing was sealed yet', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    await erase(agencyId, personId);
    await expect(sealFor(agencyId, personId, 'x')).rejects.toMatchObject({ code: 'vault/person-erased' });
  });

  it('waits for a transaction that is sealing, and is waited for', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    await sealFor(agencyId, personId, 'x');
    let erasing: Promise<void> | undefined;
    const sealed = await within(agencyId, async (uow) => {
      const sealing = await vault.sealing(uow, personId);
      erasing = erase(agencyId, personId);
      await waitingSessions(1);
      return sealing.seal(place(personId), 'secret');
    });
    await erasing;
    await expect(openFor(agencyId, personId, sealed)).rejects.toMatchObject({ code: 'vault/person-erased' });
  });

  it('destroys the key that a rotation makes while the erasure waits for it', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    await sealFor(agencyId, personId, 'secret');
    const rotating = await copy.admin.connect();
    await rotating.query('begin');
    await rotating.query('update identity.person_keys set retired_at = now() where person_id = $1', [
      personId,
    ]);
    const erasing = erase(agencyId, personId);
    await waitingSessions(1);
    await rotating.query(
      `insert into identity.person_keys (agency_id, person_id, version, wrapped, agency_key_version, index_key_version, created_at)
       select agency_id, person_id, 2, wrapped, agency_key_version, index_key_version, now() from identity.person_keys where person_id = $1`,
      [personId],
    );
    await rotating.query('commit');
    rotating.release();
    await erasing;
    const { rows } = await copy.admin.query(
      'select version, wrapped from identity.person_keys where person_id = $1 order by version',
      [personId],
    );
    expect(rows).toEqual([
      { version: 1, wrapped: null },
      { version: 2, wrapped: null },
    ]);
  });

  it("waits for a person's very first key, and is not refused by it", async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    let erasing: Promise<void> | undefined;
    await within(agencyId, async (uow) => {
      await vault.sealing(uow, personId);
      erasing = erase(agencyId, personId);
      await waitingSessions(1);
    });
    await erasing;
    await expect(sealFor(agencyId, personId, 'x')).rejects.toMatchObject({ code: 'vault/person-erased' });
    const { rows } = await copy.admin.query('select wrapped from identity.person_keys where person_id = $1', [
      personId,
    ]);
    expect(rows).toEqual([{ wrapped: null }]);
  });

  it('is done once, however often it is asked for', async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    await Promise.all([erase(agencyId, personId), erase(agencyId, personId)]);
    await erase(agencyId, personId);
    const { rows } = await copy.admin.query('select version from identity.person_keys where person_id = $1', [
      personId,
    ]);
    expect(rows).toEqual([{ version: 1 }]);
  });

  it("cannot be undone by the service's own role", async () => {
    const [agencyId, personId] = [await newAgency(), newId()];
    await erase(agencyId, personId);
    const touched = await within(agencyId, async (uow) => [
      ...(await uow.rows('delete from identity.person_keys where person_id = ? returning version', [
        personId,
      ])),
      ...(await uow.rows(
        'update identity.person_keys set erased_by = ? where person_id = ? returning version',
        ['nobody', personId],
      )),
    ]);
    expect(touched).toEqual([]);
  });
});

/** Resolves when so many sessions of this database wait for a lock. */
const waitingSessions = (count: number) =>
  eventually(async () => {
    const { rows } = await copy.admin.query(
      `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows).toEqual([{ count }]);
  });
