import { join } from 'node:path';
import { defineEntity, p } from '@mikro-orm/core';
import type { Person } from '@yitu/access';
import { events } from '@yitu/contracts';
import { fixedClock, newId } from '@yitu/kernel';
import { copyDatabase } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  command,
  migrate,
  openDatabase,
  perform,
  query,
  requestErrors,
  type Call,
  type Database,
} from './index.ts';

/** A tag of a note: an entity without an id. */
const Tag = defineEntity({
  name: 'Tag',
  tableName: 'tags',
  properties: {
    agencyId: p.uuid().primary(),
    word: p.string().primary(),
    secret: p.string().primary(),
  },
});

const Note = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    text: p.text(),
    version: p.integer(),
  },
});

let copy: Awaited<ReturnType<typeof copyDatabase>>;
let database: Database;

beforeAll(async () => {
  copy = await copyDatabase(inject('postgresUrl'));
  const passwords = { service: 'notes', worker: 'notes' };
  await migrate({
    adminUrl: copy.url,
    service: 'notes',
    folder: join(import.meta.dirname, 'fixtures'),
    passwords,
  });
  const url = new URL(copy.url);
  Object.assign(url, { username: 'yitu_notes', password: 'notes' });
  database = await openDatabase({
    service: 'notes',
    url: url.href,
    entities: [Note, Tag],
    sensitive: { Note: ['text'], Tag: ['secret'] },
    unrecorded: { note_counts: 'counted from notes' },
  });
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const clock = fixedClock('2026-05-01T04:00:00Z');

/** Somebody with all permissions on notes, as far as `reach` goes. */
function person(reach: 'own' | 'branch' | 'agency', changes: Partial<Person> = {}): Person {
  const branchId = changes.branchId ?? newId();
  return {
    kind: 'person',
    agencyId: newId(),
    userId: newId(),
    sessionId: newId(),
    branchId,
    branchIds: [branchId],
    grants: [{ permission: 'notes.note.*', reach }],
    denials: [],
    ...changes,
  };
}

const as = (principal: Person, more: Partial<Call> = {}): Call => ({ database, clock, principal, ...more });

const write = command(
  { permission: 'notes.note.write' },
  async (uow, { text, branchId }: { text: string; branchId?: string }) => {
    const member = uow.member as Person; // all callers here are persons
    const note = uow.add(
      uow.em.create(Note, {
        agencyId: uow.agencyId,
        id: newId(),
        branchId: branchId ?? member.branchId,
        authorId: uow.userId,
        text,
        version: 0,
      }),
    );
    uow.publish(note, events.productCreated, {
      productId: note.id,
      kind: 'note',
      name: { zh: '记', en: 'note' },
    });
    return { id: note.id, version: note.version };
  },
);

const rewrite = command(
  { permission: 'notes.note.write' },
  async (uow, { id, version, text }: { id: string; version: number; text: string }) => {
    const note = await uow.lock(Note, id, version);
    note.text = text;
    uow.publish(note, events.productCreated, { productId: id, kind: 'note', name: { zh: '记', en: 'note' } });
    return { id, version: note.version };
  },
);

const silently = command({ permission: 'notes.note.write' }, async (uow, { id }: { id: string }) => {
  (await uow.lock(Note, id)).text = 'changed without a word';
  return {};
});

const read = query({ permission: 'notes.note.read' }, async (uow, _input: object) =>
  (await uow.find(Note, {})).map(({ text }) => text),
);

const count = async (table: string, agencyId: string) => {
  const { rows } = await copy.admin.query<{ n: number }>(
    `select count(*)::int as n from notes.${table} where agency_id = $1`,
    [agencyId],
  );
  return rows[0]?.n;
};

describe('a unit of work', () => {
  it('stores change, event and audit record together', async () => {
    const author = person('agency');
    await write(as(author), { text: 'secret' });
    expect(await count('notes', author.agencyId)).toBe(1);
    const { rows: outbox } = await copy.admin.query(
      'select aggregate_version, subject from notes.outbox where agency_id = $1',
      [author.agencyId],
    );
    expect(outbox).toEqual([
      { aggregate_version: 1, subject: `evt.${author.agencyId}.booking.product.created.v1` },
    ]);
    const { rows: audit } = await copy.admin.query(
      'select actor, action, object_type, change, after from notes.audit_records where agency_id = $1',
      [author.agencyId],
    );
    expect(audit).toMatchObject([
      {
        actor: `user:${author.userId}`,
        action: 'notes.note.write',
        object_type: 'Note',
        change: 'create',
        after: { text: '***', version: 1 },
      },
    ]);
  });

  it('stores nothing at all when the work fails', async () => {
    const author = person('agency');
    const failing = command({ permission: 'notes.note.write' }, async (uow, _input: object) => {
      await write(as(author), { text: 'another transaction' });
      uow.audit({ objectType: 'Note', objectId: 'x', change: 'read' });
      uow.publish({ id: newId(), version: 0 }, events.productCreated, {
        productId: 'x',
        kind: 'x',
        name: undefined,
      });
      throw new Error('in the middle');
    });
    await expect(failing(as(author), {})).rejects.toThrow('in the middle');
    expect(await count('outbox', author.agencyId)).toBe(1); // that of the other transaction
    expect(await count('audit_records', author.agencyId)).toBe(1);
  });

  it('refuses to change an aggregate in silence', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    await expect(silently(as(author), { id })).rejects.toThrow('without publishing an event');
    expect(await read(as(author), {})).toEqual(['a']);
  });

  it('refuses a version that is not the current one', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    await rewrite(as(author), { id, version: 1, text: 'b' });
    await expect(rewrite(as(author), { id, version: 1, text: 'c' })).rejects.toMatchObject({
      code: 'request/stale-version',
      status: 412,
    });
    expect(await read(as(author), {})).toEqual(['b']);
  });

  it('lets one of two changes of the same version through when they come at once', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    const both = await Promise.allSettled(
      ['b', 'c'].map((text) => rewrite(as(author), { id, version: 1, text })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an idempotency key', () => {
  const idempotency = { key: 'once', requestHash: 'hash' };

  it('gives the first answer again and changes nothing', async () => {
    const author = person('agency');
    const first = await write(as(author, { idempotency }), { text: 'a' });
    expect(await write(as(author, { idempotency }), { text: 'a' })).toEqual(first);
    expect(await count('notes', author.agencyId)).toBe(1);
  });

  it('holds also when both requests come at once', async () => {
    const author = person('agency');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => write(as(author, { idempotency }), { text: 'a' })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await count('notes', author.agencyId)).toBe(1);
    expect(await count('outbox', author.agencyId)).toBe(1);
  });

  it('is refused with another request', async () => {
    const author = person('agency');
    await write(as(author, { idempotency }), { text: 'a' });
    const other = { key: 'once', requestHash: 'another' };
    await expect(write(as(author, { idempotency: other }), { text: 'b' })).rejects.toMatchObject({
      code: 'request/idempotency-key-reused',
      status: 422,
    });
  });

  it('gives the first answer where the work refuses the second time, also to whom a service acts for', async () => {
    const member = { kind: 'service', service: 'notes', agencyId: newId() } as const;
    const call = as(person('agency'), { idempotency });
    const takeOnce = () =>
      perform(call, { member, reach: 'agency', action: 'notes.take' }, async (uow) => {
        const [taken] = await uow.rows('select 1 from notes.note_counts where agency_id = ?', [uow.agencyId]);
        if (taken) throw requestErrors.notFound();
        const noteId = newId();
        uow.send('insert into notes.note_counts (agency_id, note_id) values (?, ?)', [uow.agencyId, noteId]);
        return { noteId };
      });
    const first = await takeOnce();
    expect(await takeOnce()).toEqual(first);
  });

  it('is its caller’s own', async () => {
    const author = person('agency');
    const colleague = person('agency', { agencyId: author.agencyId });
    await write(as(author, { idempotency }), { text: 'a' });
    await write(as(colleague, { idempotency }), { text: 'b' });
    expect(await count('notes', author.agencyId)).toBe(2);
  });
});

describe('row security', () => {
  it('hides everything of another agency', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'ours' });
    const stranger = person('agency');
    expect(await read(as(stranger), {})).toEqual([]);
    await expect(rewrite(as(stranger), { id, version: 1, text: 'theirs' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('shows what the reach covers: own, branch with what is below it, agency', async () => {
    const author = person('branch');
    const { agencyId, branchId } = author;
    await write(as(author), { text: 'in the branch' });
    const reader = (reach: 'own' | 'branch' | 'agency', changes: Partial<Person> = {}) =>
      read(as(person(reach, { agencyId, ...changes })), {});
    expect(await reader('agency')).toHaveLength(1);
    expect(await reader('branch')).toHaveLength(0);
    expect(await reader('branch', { branchIds: [newId(), branchId] })).toHaveLength(1);
    expect(await reader('own')).toHaveLength(0);
    expect(await reader('own', { userId: author.userId })).toHaveLength(1);
  });

  it('refuses to write into a branch beyond the reach', async () => {
    const author = person('branch');
    await expect(write(as(author), { text: 'a', branchId: newId() })).rejects.toMatchObject({
      code: 'request/out-of-reach',
      status: 403,
    });
  });

  it('shows nothing to a connection that has set no tenant', async () => {
    await write(as(person('agency')), { text: 'a' });
    for (const table of [
      'notes',
      'outbox',
      'inbox',
      'inbox_positions',
      'idempotency_keys',
      'audit_records',
      'quarantine',
    ]) {
      const { rows } = await database.pool.query(`select * from notes.${table}`);
      expect(rows, table).toEqual([]);
    }
  });

  it('lets the service neither change its audit records nor take back its events', async () => {
    for (const statement of [
      'delete from notes.audit_records',
      'update notes.audit_records set actor = $$x$$',
      'delete from notes.outbox',
    ])
      await expect(database.pool.query(statement)).rejects.toThrow('permission denied');
  });
});

describe('a hint', () => {
  const about = { itemId: newId(), template: 'order-placed', aboutId: newId(), branchId: newId() };
  const data = { ...about, userId: newId(), permission: '', exceptUserId: '' };
  const hinting = command({ permission: 'notes.note.write' }, async (uow, fails: boolean) => {
    await uow.rows('select 1');
    uow.hint(data.itemId, events.inboxItemAdded, data);
    if (fails) throw requestErrors.notFound();
    return {};
  });

  it('is told after the commit, stored nowhere, and not told where the work fails', async () => {
    const author = person('agency');
    const told: string[] = [];
    database.onHints = (hints) => told.push(...hints.map(({ subject }) => subject));
    await expect(hinting(as(author), true)).rejects.toMatchObject({ code: 'request/not-found' });
    expect(told).toEqual([]);
    await hinting(as(author), false);
    expect(told).toEqual([`hnt.${author.agencyId}.notifications.inbox-item.added.v1`]);
    expect(await count('outbox', author.agencyId)).toBe(0);
  });

  it('is no event, and an event is no hint', async () => {
    const author = as(person('agency'));
    const told = command({ permission: 'notes.note.write' }, (uow, hint: boolean) => {
      if (hint) uow.hint(newId(), events.holdExpiryDue, { orderId: newId(), holdExpiresAt: '' });
      else uow.publishLater(data.itemId, events.inboxItemAdded, data, uow.now);
      return Promise.resolve({});
    });
    await expect(told(author, true)).rejects.toThrow('it goes through the outbox');
    await expect(told(author, false)).rejects.toThrow('nothing stores it');
  });
});

describe('a question', () => {
  it('that wants one state sees nothing that is stored between two of its statements', async () => {
    const author = person('agency');
    await write(as(author), { text: 'a' });
    const texts = (oneState: boolean) =>
      query({ permission: 'notes.note.read', oneState }, async (uow, _input: object) => {
        const first = await uow.rows<{ text: string }>('select text from notes.notes order by id');
        await write(as(author), { text: 'b' });
        const second = await uow.rows<{ text: string }>('select text from notes.notes order by id');
        return [first.length, second.length];
      })(as(author), {});
    expect(await texts(true)).toEqual([1, 1]);
    expect(await texts(false)).toEqual([2, 3]);
  });
});

describe('a command', () => {
  it('names the permission that is missing', async () => {
    const nobody = person('agency', { grants: [] });
    await expect(async () => write(as(nobody), { text: 'a' })).rejects.toMatchObject({
      code: 'access/forbidden',
      status: 403,
    });
  });

  it('lets a denial win over a grant', async () => {
    const denied = person('agency', { denials: ['notes.note.write'] });
    await expect(async () => write(as(denied), { text: 'a' })).rejects.toMatchObject({
      code: 'access/forbidden',
    });
  });
});

describe('the audit record', () => {
  it('is complete also for what was flushed in the middle of the work, one entry an object', async () => {
    const author = person('agency');
    const twice = command({ permission: 'notes.note.write' }, async (uow, _input: object) => {
      const member = uow.member as Person; // as above
      const note = uow.add(
        uow.em.create(Note, {
          agencyId: uow.agencyId,
          id: newId(),
          branchId: member.branchId,
          authorId: uow.userId,
          text: 'a',
          version: 0,
        }),
      );
      await uow.em.flush();
      note.text = 'b';
      uow.publish(note, events.productCreated, {
        productId: note.id,
        kind: 'note',
        name: { zh: '记', en: 'note' },
      });
      return {};
    });
    await twice(as(author), {});
    const { rows } = await copy.admin.query(
      'select change, after from notes.audit_records where agency_id = $1',
      [author.agencyId],
    );
    expect(rows).toMatchObject([{ change: 'create', after: { version: 1, authorId: author.userId } }]);
  });

  it('cannot be avoided by a flush in the middle of the work', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    const silentlyFlushed = command({ permission: 'notes.note.write' }, async (uow, _input: object) => {
      (await uow.lock(Note, id)).text = 'changed without a word';
      await uow.em.flush();
      return {};
    });
    await expect(silentlyFlushed(as(author), {})).rejects.toThrow('without publishing an event');
  });

  it('names an entity without id by its key, and a secret in the key by a digest', async () => {
    const author = person('agency');
    const tag = command({ permission: 'notes.note.write' }, (uow, _input: object) => {
      uow.add(uow.em.create(Tag, { agencyId: uow.agencyId, word: 'blue', secret: 'hidden' }));
      return Promise.resolve({});
    });
    await tag(as(author), {});
    const { rows } = await copy.admin.query<{ object_id: string }>(
      'select object_id, branch_id, after from notes.audit_records where agency_id = $1',
      [author.agencyId],
    );
    expect(rows).toMatchObject([{ branch_id: author.branchId, after: { secret: '***' } }]);
    expect(rows[0]?.object_id).toMatch(/^blue [0-9a-f]{16}$/);
  });

  const statement = (sql: string, recorded: boolean) =>
    command({ permission: 'notes.note.write' }, async (uow, { id }: { id: string }) => {
      await uow.rows(sql, [uow.agencyId, id]);
      if (recorded) uow.audit({ objectType: 'Note', objectId: id, change: 'update', after: { text: '***' } });
      return {};
    });
  const shout = 'update notes.notes set text = upper(text) where agency_id = ? and id = ?';

  it('cannot be forgotten where a statement changes rows past the entities', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    await expect(statement(shout, false)(as(author), { id })).rejects.toThrow(
      'notes.note.write writes notes without an audit record',
    );
    expect(await read(as(author), {})).toEqual(['a']);
    await statement(shout, true)(as(author), { id });
    expect(await read(as(author), {})).toEqual(['A']);
  });

  it('is not asked for where the rows follow from what is recorded elsewhere', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    const counting = 'insert into notes.note_counts (agency_id, note_id) values (?, ?)';
    await expect(statement(counting, false)(as(author), { id })).resolves.toEqual({});
  });

  it('cannot be marked as gathered by the service itself', async () => {
    const columns = 'agency_id, id, occurred_at, actor, action, object_type, object_id, change, gathered_at';
    await expect(
      database.pool.query(
        `insert into notes.audit_records (${columns}) values (uuidv7(), uuidv7(), now(), '', '', '', '', '', now())`,
      ),
    ).rejects.toThrow('permission denied');
  });
});

describe('an operation that declares four eyes', () => {
  const approve = command(
    { permission: 'notes.note.write' },
    async (uow, input: { id: string; ask: boolean }) => {
      const note = await uow.lock(Note, input.id);
      if (input.ask) uow.requireOther(note.authorId);
      note.text = 'approved';
      uow.publish(note, events.productCreated, { productId: note.id, kind: 'note', name: undefined });
      return {};
    },
  );
  const fourEyes = (who: Person): Call => ({ ...as(who), fourEyes: true });

  it('is for anybody but who made the thing', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    await expect(approve(fourEyes(author), { id, ask: true })).rejects.toMatchObject({
      ...{ code: 'access/four-eyes', status: 403 },
      texts: { zh: expect.stringContaining('四眼原则') as string },
    });
    const colleague = person('agency', { agencyId: author.agencyId });
    expect(await approve(fourEyes(colleague), { id, ask: true })).toEqual({});
  });

  it('fails when it never asks who made the thing, and changes nothing', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    await expect(approve(fourEyes(author), { id, ask: false })).rejects.toThrow('never asked who made');
    const { rows } = await copy.admin.query('select text from notes.notes where id = $1', [id]);
    expect(rows).toEqual([{ text: 'a' }]);
  });

  it('is the only kind that may ask', async () => {
    const author = person('agency');
    const { id } = await write(as(author), { text: 'a' });
    await expect(approve(as(author), { id, ask: true })).rejects.toThrow('does not declare fourEyes');
  });
});
