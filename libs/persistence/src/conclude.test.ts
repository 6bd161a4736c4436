import { join } from 'node:path';
import type { Person } from '@yitu/access';
import { events } from '@yitu/contracts';
import { fixedClock, newId } from '@yitu/kernel';
import { copyDatabase } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { command, migrate, openDatabase, type Call, type Database, type UnitOfWork } from './index.ts';

let copy: Awaited<ReturnType<typeof copyDatabase>>;
let database: Database;

beforeAll(async () => {
  copy = await copyDatabase(inject('postgresUrl'));
  const passwords = { service: 'notes', worker: 'notes' };
  const folder = join(import.meta.dirname, 'fixtures');
  await migrate({ adminUrl: copy.url, service: 'notes', folder, passwords });
  const url = new URL(copy.url);
  Object.assign(url, { username: 'yitu_notes', password: 'notes' });
  const unrecorded = { note_counts: 'counted from notes' };
  database = await openDatabase({ service: 'notes', url: url.href, entities: [], unrecorded });
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

function author(): Person {
  const branchId = newId();
  return {
    ...{
      kind: 'person',
      agencyId: newId(),
      userId: newId(),
      sessionId: newId(),
      branchId,
      branchIds: [branchId],
    },
    grants: [{ permission: 'notes.note.*', reach: 'agency' }],
    denials: [],
  };
}

const as = (principal: Person, more: Partial<Call> = {}): Call => ({
  ...{ database, clock: fixedClock('2026-05-01T04:00:00Z'), principal },
  ...more,
});

const productOf = (productId: string, kind: string, name: { zh: string; en: string } | undefined) => ({
  ...{ productId, kind, name },
});

/** A note whose text is drawn by the statement that stores it: how many there are, and one more. */
const draw = async (uow: UnitOfWork, { room, said = '' }: { room: number; said?: string }) => {
  const [id, mark, { branchId }] = [newId(), newId(), uow.member as Person]; // all callers here are persons
  const note = { id, version: 0 };
  const name = { zh: mark, en: said };
  uow.publish(note, events.productCreated, productOf(id, mark, name));
  uow.audit({ objectType: 'Note', objectId: id, change: 'create', after: { text: mark, said } });
  const answer = { id, text: mark, said, version: note.version };
  const change = {
    parts: `before as (select count(*) as notes from notes.notes where agency_id = ?),
      made as (insert into notes.notes (agency_id, id, branch_id, author_id, text, version)
        select ?, ?, ?, ?, 'N-' || before.notes + 1, 1 from before where notes < ? returning text)`,
    values: [uow.agencyId, uow.agencyId, id, branchId, uow.userId, room],
    ...{ made: 'made', column: 'text', mark, told: '(select text from made) as text' },
  };
  const { text } = await uow.conclude<{ text: string | null }>(change, answer);
  if (text === null) throw new Error('no room');
  return { ...answer, text };
};

const write = command({ permission: 'notes.note.write' }, draw);

async function stored({ agencyId }: Person) {
  const { rows } = await copy.admin.query(
    `select (select jsonb_agg(envelope::jsonb -> 'data' -> 'kind' order by id) from notes.outbox where agency_id = $1) as told,
       (select jsonb_agg(after order by occurred_at, id) from notes.audit_records where agency_id = $1) as recorded,
       (select jsonb_agg(response order by created_at, key) from notes.idempotency_keys where agency_id = $1) as answered,
       (select jsonb_agg(text order by text) from notes.notes where agency_id = $1) as notes`,
    [agencyId],
  );
  return rows[0] as object;
}

describe('a unit of work of one statement', () => {
  const idempotency = { key: 'once', requestHash: 'hash' };

  it('stores its records by it, with what only the statement knows', async () => {
    const somebody = author();
    const said = 'She said "N-1" \\ {mark}';
    const answer = await write(as(somebody, { idempotency }), { room: 1, said });
    expect(answer).toMatchObject({ text: 'N-1', said, version: 1 });
    expect(await stored(somebody)).toEqual({
      ...{ told: ['N-1'], recorded: [{ text: 'N-1', said }], answered: [answer], notes: ['N-1'] },
    });
  });

  it('stores nothing where the change is not made: the same key may try again', async () => {
    const somebody = author();
    await expect(write(as(somebody, { idempotency }), { room: 0 })).rejects.toThrow('no room');
    expect(await stored(somebody)).toEqual({ told: null, recorded: null, answered: null, notes: null });
    expect(await write(as(somebody, { idempotency }), { room: 1 })).toMatchObject({ text: 'N-1' });
  });

  it('gives the first answer to its key again, also where both come at once, and changes nothing', async () => {
    const somebody = author();
    const both = await Promise.all([1, 2, 3].map(() => write(as(somebody, { idempotency }), { room: 9 })));
    expect(both[1]).toEqual(both[0]);
    expect(await write(as(somebody, { idempotency }), { room: 9 })).toEqual(both[0]);
    expect(await stored(somebody)).toMatchObject({ notes: ['N-1'], told: ['N-1'] });
  });

  it.each([
    ['a table', 'insert into notes.tags (agency_id, word, secret) values (?, gen_random_uuid()::text, ?)'],
    ['what wants no record', 'insert into notes.note_counts (agency_id, note_id) values (?, ?::uuid)'],
  ])('has changed nothing before: %s', async (_what, statement) => {
    const twice = command({ permission: 'notes.note.write' }, async (uow, _input: object) => {
      uow.send(statement, [uow.agencyId, newId()]);
      return draw(uow, { room: 9 });
    });
    const somebody = author();
    await expect(twice(as(somebody), {})).rejects.toThrow('has changed something before');
    expect(await stored(somebody)).toEqual({ told: null, recorded: null, answered: null, notes: null });
  });

  it.each<[string, (uow: UnitOfWork) => unknown]>([
    ['asks nothing', (uow) => uow.rows('select 1')],
    ['stores nothing', (uow) => uow.gather('insert into notes.tags select ?', {}, 'one')],
    ['makes no entities', (uow) => uow.em],
    ['records nothing', (uow) => uow.audit({ objectType: 'Note', objectId: 'x', change: 'read' })],
    [
      'tells nothing',
      (uow) =>
        uow.publish({ id: newId(), version: 0 }, events.productCreated, productOf('x', 'x', undefined)),
    ],
  ])('%s once it has concluded', async (_what, more) => {
    const onAndOn = command({ permission: 'notes.note.write' }, async (uow, _input: object) => {
      const answer = await draw(uow, { room: 9 });
      await more(uow);
      return answer;
    });
    await expect(onAndOn(as(author()), {})).rejects.toThrow(
      'notes.note.write goes on after it has concluded',
    );
  });
});
