import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createClient, eventually, startWorld, type Client, type Staff, type World } from '@yitu/testkit';
import { fixedClock } from '@yitu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
const clock = fixedClock(new Date().toISOString());
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'], clock });
});
afterAll(() => world.close());

type Kind = 'root-key' | 'agency-key' | 'data-keys';

interface Step {
  done: number;
  next: string | null;
  finished: boolean;
}

interface Held {
  readonly number: string;
  readonly at: string;
}

const api = () => `${world.url('crm')}/v1`;

async function operator(): Promise<Client> {
  const { body } = await createClient().post<{ accessToken: string }>(
    `${world.url('identity')}/v1/operator-sessions`,
    {
      secret: world.surroundings.secrets.operatorSecret,
    },
  );
  return createClient(body.accessToken);
}

/** An agency whose one customer has travellers with a passport each. */
async function agencyWith(travellers: number) {
  const agency = await world.foundAgency();
  const officer = await agency.staff('visa-officer');
  const sales = await agency.staff('sales');
  const { body: customer } = await sales.post<{ id: string }>(`${api()}/customers`, {
    kind: 'person',
    name: { zh: '团' },
  });
  const at = `${api()}/customers/${customer.id}/travellers`;
  const held: Held[] = [];
  for (let place = 0; place < travellers; place++) held.push(await addTraveller(sales, at, place));
  return { agency, officer, sales, at, held };
}

async function addTraveller(sales: Staff, at: string, place: number): Promise<Held> {
  const person = { name: `客人${place}`, birthDate: '1990-01-01', nationality: 'CN', relation: 'friend' };
  const { body: traveller } = await sales.post<{ id: string }>(at, person);
  const number = `E${String(place).padStart(8, '0')}`;
  const documents = `${at}/${traveller.id}/documents`;
  const { status, body } = await sales.post<{ id: string }>(documents, {
    kind: 'passport',
    number,
    issuingCountry: 'CHN',
  });
  expect(status).toBe(201);
  return { number, at: `${documents}/${body.id}` };
}

const reveal = async (officer: Staff, { at }: Held) => {
  const { status, body } = await officer.post(`${at}/reveals`, { reason: 'rotation test' });
  return status === 200 ? body['number'] : status;
};
const found = async (staff: Staff, number: string) =>
  (await staff.post<{ matches: unknown[] }>(`${api()}/document-searches`, { number })).body.matches.length;

async function begin(
  by: Client,
  kind: Kind,
  agencyId: string,
  startedAt = clock.now().toString(),
): Promise<number> {
  const { status, body } = await by.post<{ due: number }>(`${api()}/vault-rotations/beginnings`, {
    kind,
    agencyId,
    startedAt,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.due;
}

const step = async (by: Client, kind: Kind, agencyId: string, after: string | null = null): Promise<Step> =>
  (await by.post<Step>(`${api()}/vault-rotations/steps`, { kind, agencyId, after })).body;

/** Steps until it is finished, letting the grace of retired keys pass. @returns how many keys it brought along */
async function finish(
  by: Client,
  kind: Kind,
  agencyId: string,
  readersAreThrough = () => Promise.resolve(),
): Promise<number> {
  for (let total = 0, after: string | null = null; ;) {
    const { done, next, finished } = await step(by, kind, agencyId, after);
    total += done;
    after = next;
    if (finished) return total;
    if (next !== null) continue;
    await readersAreThrough();
    clock.advance({ seconds: 31 });
  }
}

const keysOf = async (agencyId: string) => {
  const { rows } = await world.admin.query<{ purpose: string; versions: number[] }>(
    `select purpose, array_agg(version order by version) as versions from crm.agency_keys where agency_id = $1 group by purpose`,
    [agencyId],
  );
  return Object.fromEntries(rows.map(({ purpose, versions }) => [purpose, versions]));
};

const sealedTexts = async (agencyId: string) => {
  const { rows } = await world.admin.query<{ number_sealed: string; number_index: string; wrapped: string }>(
    `select d.number_sealed, d.number_index, k.wrapped from crm.traveller_documents d
     join crm.person_keys k on k.person_id = d.traveller_id and k.retired_at is null where d.agency_id = $1 order by d.id`,
    [agencyId],
  );
  return rows;
};

describe('rotating the root key', () => {
  it('wraps the agency keys by the new version, after which the old one may go', async () => {
    const { agency, officer, held } = await agencyWith(2);
    const file = world.surroundings.vaultRootKeysFile;
    const old = JSON.parse(await readFile(file, 'utf8')) as { version: number }[];
    const added = { version: old.length + 1, key: randomBytes(32).toString('base64') };
    await writeFile(file, JSON.stringify([...old, added]));
    const by = await operator();
    expect(await begin(by, 'root-key', agency.id)).toBe(2);
    expect(await finish(by, 'root-key', agency.id)).toBe(2);
    expect(await begin(by, 'root-key', agency.id)).toBe(0);
    await writeFile(file, JSON.stringify([added]));
    await world.stop('crm');
    await world.start('crm');
    for (const one of held) expect(await reveal(officer, one)).toBe(one.number);
    await writeFile(file, JSON.stringify([...old, added]));
  });
});

describe('rotating the agency key', () => {
  it('wraps the data keys again, leaves the sealed texts as they are, and destroys the old key', async () => {
    const { agency, officer, held } = await agencyWith(3);
    const before = await sealedTexts(agency.id);
    const by = await operator();
    clock.advance({ seconds: 1 });
    expect(await begin(by, 'agency-key', agency.id)).toBe(3);
    expect(await finish(by, 'agency-key', agency.id)).toBe(3);
    expect(await keysOf(agency.id)).toEqual({ wrapping: [2], index: [1] });
    const after = await sealedTexts(agency.id);
    expect(after.map((row) => row.number_sealed)).toEqual(before.map((row) => row.number_sealed));
    for (const [place, { wrapped }] of after.entries()) expect(wrapped).not.toBe(before[place]?.wrapped);
    for (const one of held) expect(await reveal(officer, one)).toBe(one.number);
  });
});

describe('rotating the data keys', () => {
  it('seals and indexes every field again', async () => {
    const { agency, officer, sales, held } = await agencyWith(3);
    const account = { holder: '客', bank: '中国银行', number: '12345678' };
    const customer = held[0]?.at.split('/travellers')[0] ?? '';
    await sales.post(`${customer}/bank-accounts`, account);
    const before = await sealedTexts(agency.id);
    const by = await operator();
    clock.advance({ seconds: 1 });
    expect(await begin(by, 'data-keys', agency.id)).toBe(4);
    expect(await finish(by, 'data-keys', agency.id)).toBe(4);
    expect(await keysOf(agency.id)).toEqual({ wrapping: [1], index: [2] });
    for (const [place, row] of (await sealedTexts(agency.id)).entries()) {
      expect(row.number_sealed).toMatch(/^v1\.2\./);
      expect(row.number_index).not.toBe(before[place]?.number_index);
    }
    for (const one of held) {
      expect(await reveal(officer, one)).toBe(one.number);
      expect(await found(sales, one.number)).toBe(1);
    }
    const finance = await agency.staff('finance');
    const search = await finance.post(`${api()}/bank-account-searches`, { number: '12345678' });
    expect(search.body).toMatchObject({ matches: [{ maskedNumber: '****5678' }] });
  });

  it('keeps everything readable, findable and writable at every moment', async () => {
    const { agency, officer, sales, at, held } = await agencyWith(12);
    const by = await operator();
    const state = { running: true, reads: [0, 0, 0], added: [] as Held[], wrong: [] as unknown[] };
    const readers = state.reads.map(async (_none, reader) => {
      for (let turn = reader; state.running; turn++) {
        const one = held[turn % held.length] ?? { number: '', at: '' };
        const [number, matches] = [await reveal(officer, one), await found(sales, one.number)];
        if (number !== one.number || matches !== 1) state.wrong.push([one.number, number, matches]);
        state.reads[reader] = turn + 1;
      }
    });
    const writer = (async () => {
      for (let place = 1_000; state.running; place++) state.added.push(await addTraveller(sales, at, place));
    })();
    /** What any reader had in hand is read; the clock of this test would not wait for them. */
    const readersAreThrough = async () => {
      const before = [...state.reads];
      await eventually(() => {
        for (const [reader, reads] of before.entries())
          expect(state.reads[reader]).toBeGreaterThan(reads + 1);
      }, 20_000);
    };
    for (let round = 1; round <= 2; round++) {
      clock.advance({ seconds: 1 });
      for (const kind of ['data-keys', 'agency-key'] as const) {
        await begin(by, kind, agency.id);
        await readersAreThrough();
        await finish(by, kind, agency.id, readersAreThrough);
      }
    }
    state.running = false;
    await Promise.all([...readers, writer]);
    expect(state.wrong).toEqual([]);
    expect(state.added.length).toBeGreaterThan(1);
    for (const one of [...held, ...state.added]) {
      expect(await reveal(officer, one)).toBe(one.number);
      expect(await found(sales, one.number)).toBe(1);
    }
    expect(await keysOf(agency.id)).toEqual({ wrapping: [3], index: [3] });
  });

  it('takes a document once for a traveller also before their turn has come', async () => {
    const { agency, sales, held } = await agencyWith(1);
    const [one] = held;
    if (!one) throw new Error('there is one');
    const by = await operator();
    clock.advance({ seconds: 1 });
    await begin(by, 'data-keys', agency.id);
    const again = { kind: 'passport', number: one.number, issuingCountry: 'CHN' };
    const documents = one.at.slice(0, one.at.lastIndexOf('/'));
    expect((await sales.post(documents, again)).status).toBe(409);
    expect((await sales.post(documents, { ...again, number: 'E99999999' })).status).toBe(201);
    expect(await found(sales, 'E99999999')).toBe(1);
    expect(await finish(by, 'data-keys', agency.id)).toBe(1);
    expect((await sales.post(documents, again)).status).toBe(409);
    expect(await found(sales, 'E99999999')).toBe(1);
  });

  it('skips a person who is being written and comes back for them', async () => {
    const { agency, officer, held } = await agencyWith(2);
    const by = await operator();
    clock.advance({ seconds: 1 });
    const writing = await world.admin.connect();
    await writing.query('begin');
    await writing.query(
      'select from crm.person_keys where agency_id = $1 order by person_id limit 1 for share',
      [agency.id],
    );
    await begin(by, 'data-keys', agency.id);
    expect(await step(by, 'data-keys', agency.id)).toEqual({ done: 1, next: null, finished: false });
    await writing.query('commit');
    writing.release();
    expect(await finish(by, 'data-keys', agency.id)).toBe(1);
    for (const one of held) expect(await reveal(officer, one)).toBe(one.number);
  });

  it('opens with a retired key what a reader has in hand, until its time is over', async () => {
    const { agency } = await agencyWith(1);
    const by = await operator();
    clock.advance({ seconds: 1 });
    await begin(by, 'data-keys', agency.id);
    expect(await step(by, 'data-keys', agency.id)).toMatchObject({ done: 1, finished: false });
    const count = async () =>
      (
        await world.admin.query('select version from crm.person_keys where agency_id = $1 order by 1', [
          agency.id,
        ])
      ).rows;
    expect(await count()).toEqual([{ version: 1 }, { version: 2 }]);
    clock.advance({ seconds: 31 });
    expect(await step(by, 'data-keys', agency.id)).toMatchObject({ done: 0, finished: true });
    expect(await count()).toEqual([{ version: 2 }]);
  });
});

describe('a rotation that was interrupted', () => {
  it('goes on where it was, and is not begun twice for one moment', async () => {
    const { agency, officer, held } = await agencyWith(2);
    const by = await operator();
    clock.advance({ seconds: 1 });
    const startedAt = clock.now().toString();
    expect(await begin(by, 'data-keys', agency.id, startedAt)).toBe(2);
    await world.stop('crm');
    await world.start('crm');
    expect(await begin(by, 'data-keys', agency.id, startedAt)).toBe(2);
    expect(await finish(by, 'data-keys', agency.id)).toBe(2);
    expect(await begin(by, 'data-keys', agency.id, startedAt)).toBe(0);
    expect(await keysOf(agency.id)).toEqual({ wrapping: [1], index: [2] });
    for (const one of held) expect(await reveal(officer, one)).toBe(one.number);
  });
});

describe('who rotates', () => {
  it('is the operator of the platform, who sees ids and counts', async () => {
    const { agency, officer } = await agencyWith(1);
    const { body } = await (await operator()).post<{ agencies: string[] }>(`${api()}/vault-rotations`);
    expect(body.agencies).toContain(agency.id);
    for (const staff of [officer, agency.administrator])
      expect((await staff.post(`${api()}/vault-rotations`)).status).toBe(403);
  });

  it('leaves an erased person erased', async () => {
    const { agency, officer, held } = await agencyWith(2);
    const manager = await agency.staff('branch-manager');
    const [gone, other] = held;
    if (!gone || !other) throw new Error('there are two');
    await manager.post(`${gone.at.split('/documents')[0]}/erasures`, { reason: 'asked for it' });
    const by = await operator();
    clock.advance({ seconds: 1 });
    await begin(by, 'data-keys', agency.id);
    expect(await finish(by, 'data-keys', agency.id)).toBe(1);
    expect(await reveal(officer, gone)).toBe(404);
    expect(await reveal(officer, other)).toBe(other.number);
    const { rows } = await world.admin.query(
      'select wrapped from crm.person_keys where agency_id = $1 and erased_at is not null',
      [agency.id],
    );
    expect(rows).toEqual([{ wrapped: null }]);
  });
});
