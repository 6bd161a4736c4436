import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

interface View {
  id: string;
  travellerId: string;
  customerId: string;
  maskedNumber: string;
  version: number;
}

const resident = '110102199101010078';
const api = () => `${world.url('crm')}/v1`;
const documentsOf = (traveller: { id: string; customerId: string }) =>
  `${api()}/customers/${traveller.customerId}/travellers/${traveller.id}/documents`;
const at = ({ id, travellerId, customerId }: View) => `${documentsOf({ id: travellerId, customerId })}/${id}`;

async function travellerOf(staff: Staff, more: object = {}) {
  const customer = await staff.post<{ id: string }>(`${api()}/customers`, {
    kind: 'person',
    name: { zh: '张晓明' },
    gender: 'male',
  });
  const { body } = await staff.post<{ id: string; customerId: string }>(
    `${api()}/customers/${customer.body.id}/travellers`,
    { name: '张晓明', birthDate: '1991-01-01', nationality: 'CN', relation: 'self', ...more },
  );
  return body;
}

async function desk() {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const traveller = await travellerOf(sales);
  return { agency, sales, traveller };
}

async function entered(staff: Staff, traveller: { id: string; customerId: string }, entry: object = {}) {
  const card = { kind: 'identity-card', number: resident, ...entry };
  const { status, body } = await staff.post<View>(documentsOf(traveller), card);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

const reveal = (staff: Staff, document: View, reason = '为客户办理签证') =>
  staff.post(`${at(document)}/reveals`, { reason });
const search = (staff: Staff, number: string) =>
  staff.post<{ matches: { documentId: string }[] }>(`${api()}/document-searches`, { number });

const published = async ({ id }: TestAgency) => {
  const { rows } = await world.admin.query<{ envelope: string }>(
    `select envelope from crm.outbox where agency_id = $1 and subject like '%.crm.document.%' and published_at is not null order by id`,
    [id],
  );
  return rows.map(({ envelope }) => JSON.parse(envelope) as { type: string; data: object });
};

const audited = async ({ id }: TestAgency, action: string) => {
  const { rows } = await world.admin.query<{
    record: { object_type: string; change: string; after: object };
  }>(
    'select to_jsonb(record) as record from crm.audit_records record where agency_id = $1 and action = $2 order by id',
    [id, action],
  );
  return rows.map(({ record }) => record);
};

describe('entering a document', () => {
  it('keeps it sealed, answers and lists it masked, and tells ids only', async () => {
    const { agency, sales, traveller } = await desk();
    const { status, body, headers } = await sales.post<View>(documentsOf(traveller), {
      kind: 'identity-card',
      number: '110102 19910101 0078',
      issuedOn: '2020-01-01',
      expiresOn: '2040-01-01',
    });
    expect([status, headers.get('etag')]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      maskedNumber: '110102********0078',
      region: '北京市西城区',
      sex: 'male',
      issuingCountry: 'CHN',
      hasMrz: false,
    });
    expect((await sales.get(documentsOf(traveller))).body).toMatchObject({ documents: [body], next: null });
    const { rows } = await world.admin.query<{ row: string }>(
      'select document::text as row from crm.traveller_documents document where id = $1',
      [body.id],
    );
    expect(rows[0]?.row).not.toContain(resident);
    await eventually(async () => {
      const data = { documentId: body.id, travellerId: traveller.id, customerId: traveller.customerId };
      expect(await published(agency)).toMatchObject([
        { type: 'crm.document.entered.v1', data: { ...data, kind: 'identity-card' } },
      ]);
    });
    const [record] = await audited(agency, 'crm.document.enter');
    expect(record).toMatchObject({ after: { numberMasked: '110102********0078', numberSealed: '***' } });
  });

  it('reads a passport from its machine-readable zone', async () => {
    const { agency, sales } = await desk();
    const sarah = await travellerOf(sales, {
      name: 'Sarah Martin',
      latinName: 'MARTIN SARAH',
      birthDate: '1985-01-01',
      relation: 'friend',
    });
    const mrz = [
      'P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<',
      'ZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08',
    ];
    const document = await entered(sales, sarah, { kind: 'passport', number: undefined, mrz });
    expect(document).toMatchObject({
      maskedNumber: 'Z****509',
      issuingCountry: 'CAN',
      expiresOn: '2023-01-14',
      hasMrz: true,
    });
    const officer = await agency.staff('visa-officer');
    expect((await reveal(officer, document)).body).toMatchObject({ number: 'ZE000509', mrz });
  });

  it('names every field that breaks a rule, and never says the value', async () => {
    const { sales, traveller } = await desk();
    const refused = async (entry: object, rules: string[]) => {
      const { status, body } = await sales.post<{ errors: { field: string; rule: string }[] }>(
        documentsOf(traveller),
        entry,
      );
      expect(body.errors.map(({ rule }) => rule)).toEqual(rules);
      expect(JSON.stringify(body)).not.toMatch(/\d{8}/);
      return status;
    };
    expect(
      await refused({ kind: 'identity-card', number: '110102199101010079' }, ['resident-number-checksum']),
    ).toBe(422);
    expect(
      await refused({ kind: 'identity-card', number: '110102910101007' }, ['resident-number-of-15-digits']),
    ).toBe(422);
    expect(
      await refused(
        { kind: 'identity-card', number: '360426199101010071', documentNumber: '360426199101010071' },
        ['additionalProperties'],
      ),
    ).toBe(400);
    expect(await refused({ kind: 'driving-licence', number: resident }, ['enum'])).toBe(400);
    expect(await refused({ kind: 'identity-card', number: resident.repeat(3) }, ['maxLength'])).toBe(400);
  });

  it('takes a document once for a traveller, and again for another', async () => {
    const { sales, traveller } = await desk();
    await entered(sales, traveller);
    const again = await sales.post(documentsOf(traveller), {
      kind: 'identity-card',
      number: '110102 199101010078',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'crm/document-known' } });
    await entered(sales, await travellerOf(sales));
  });

  it('gives the first answer again for the same key', async () => {
    const { sales, traveller } = await desk();
    const once = { 'idempotency-key': 'document-1' };
    const card = { kind: 'identity-card', number: resident };
    const first = await sales.post(documentsOf(traveller), card, once);
    expect(await sales.post(documentsOf(traveller), card, once)).toMatchObject({
      status: 201,
      body: first.body,
    });
    const other = { kind: 'identity-card', number: '360426199101010071' };
    expect((await sales.post(documentsOf(traveller), other, once)).status).toBe(422);
  });
});

describe('changing and removing a document', () => {
  const change = (staff: Staff, document: View, body: object, version = document.version) =>
    staff.ask<View>(at(document), { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } });

  it('seals a new number, names the changed fields, and keeps what is not given', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller, { expiresOn: '2040-01-01' });
    const changed = await change(sales, document, { number: '360426199101010071' });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        maskedNumber: '360426********0071',
        expiresOn: '2040-01-01',
        version: 2,
        region: '江西省九江市德安县',
      },
    });
    const emptied = await change(sales, changed.body, { expiresOn: null });
    expect(emptied.body).toMatchObject({ expiresOn: null, maskedNumber: '360426********0071', version: 3 });
    expect((await change(sales, emptied.body, { number: '360426 199101010071' })).body).toMatchObject({
      version: 3,
    });
    expect((await search(sales, resident)).body.matches).toEqual([]);
    expect((await search(sales, '360426199101010071')).body.matches).toHaveLength(1);
    await eventually(async () => {
      expect((await published(agency)).slice(1)).toMatchObject([
        { type: 'crm.document.changed.v1', data: { changedFields: ['number'] } },
        { type: 'crm.document.changed.v1', data: { changedFields: ['expiresOn'] } },
      ]);
    });
  });

  it('needs the version that was read', async () => {
    const { sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    expect((await change(sales, document, { expiresOn: '2040-01-01' }, 7)).status).toBe(412);
    expect((await sales.ask(at(document), { method: 'DELETE' })).status).toBe(428);
  });

  it('removes it with what it was found by', async () => {
    const { sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    const removed = await sales.ask(at(document), { method: 'DELETE', headers: { 'if-match': '"1"' } });
    expect(removed).toMatchObject({ status: 200, body: { removed: true } });
    expect((await sales.get(documentsOf(traveller))).body).toMatchObject({ documents: [] });
    expect((await search(sales, resident)).body.matches).toEqual([]);
  });
});

describe('revealing a document', () => {
  it('gives the number for a reason, audits the look without the value, and tells ids', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    const operator = await agency.staff('operator');
    const { status, body } = await reveal(operator, document, '出票需要证件号');
    expect([status, body['number']]).toEqual([200, resident]);
    const [record] = await audited(agency, 'crm.document.reveal');
    expect(record).toMatchObject({
      object_type: 'TravellerDocument',
      object_id: document.id,
      change: 'read',
      actor: `user:${operator.userId}`,
      after: { reason: '出票需要证件号' },
    });
    expect(JSON.stringify(record)).not.toContain(resident);
    await eventually(async () => {
      expect((await published(agency)).at(-1)).toMatchObject({
        type: 'crm.document.revealed.v1',
        aggregateversion: 0,
        data: {
          customerId: traveller.customerId,
          travellerId: traveller.id,
          documentId: document.id,
          userId: operator.userId,
          kind: 'identity-card',
        },
      });
    });
    expect((await sales.get(documentsOf(traveller))).body).toMatchObject({ documents: [{ version: 1 }] });
  });

  it('is for those who need it, and never without a reason', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    expect(await reveal(sales, document)).toMatchObject({ status: 403, body: { code: 'access/forbidden' } });
    const operator = await agency.staff('operator');
    const short = await reveal(operator, document, '看看');
    expect(short).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/reason', rule: 'minLength' }] },
    });
    expect((await operator.post(`${at(document)}/reveals`)).status).toBe(400);
    // That sales asked is recorded; there was no look.
    expect(await audited(agency, 'crm.document.reveal')).toMatchObject([
      { actor: `user:${sales.userId}`, change: 'refused', after: null },
    ]);
  });

  it('keeps no answer for a repeated key, so that each look is audited', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    const operator = await agency.staff('operator');
    for (let look = 1; look <= 2; look++) {
      const { body } = await operator.post(
        `${at(document)}/reveals`,
        { reason: 'check-in at the airport' },
        { 'idempotency-key': 'look-1' },
      );
      expect(body['number']).toBe(resident);
      expect(await audited(agency, 'crm.document.reveal')).toHaveLength(look);
    }
    const { rows } = await world.admin.query(
      `select from crm.idempotency_keys where key = 'look-1' and agency_id = $1`,
      [agency.id],
    );
    expect(rows).toEqual([]);
  });
});

describe('finding by a document number', () => {
  it('finds the customer however the number is written, reveals nothing, and is audited', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    const { status, body } = await search(sales, ' 110102-19910101-0078 ');
    expect([status, body]).toEqual([
      200,
      {
        matches: [
          {
            customerId: traveller.customerId,
            travellerId: traveller.id,
            documentId: document.id,
            kind: 'identity-card',
            maskedNumber: '110102********0078',
          },
        ],
      },
    ]);
    expect((await search(sales, '110102199101010079')).body).toEqual({ matches: [] });
    expect((await search(sales, '110102********0078')).body).toEqual({ matches: [] });
    expect(await audited(agency, 'crm.document.search')).toMatchObject([
      { change: 'read', after: { documents: [document.id] } },
      { after: { documents: [] } },
      { after: { documents: [] } },
    ]);
  });
});

describe('who sees documents', () => {
  it('another agency and another branch see none of them', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    const franchise = await agency.staff('branch-manager', await agency.openBranch('franchise'));
    const stranger = await (await world.foundAgency()).staff('visa-officer');
    for (const outsider of [franchise, stranger]) {
      expect((await outsider.get(documentsOf(traveller))).status).toBe(404);
      expect((await reveal(outsider, document)).status).toBe(404);
      expect((await search(outsider, resident)).body).toEqual({ matches: [] });
      const changing = await outsider.ask(at(document), {
        method: 'PATCH',
        body: { expiresOn: null },
        headers: { 'if-match': '"1"' },
      });
      expect(changing.status).toBe(404);
    }
    const guide = await agency.staff('guide');
    expect((await guide.get(documentsOf(traveller))).status).toBe(200);
    const analyst = await agency.staff('data-analyst');
    expect((await analyst.get(documentsOf(traveller))).status).toBe(403);
    expect((await search(analyst, resident)).status).toBe(403);
  });

  it('a document is not reached through another customer or traveller', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    const other = await travellerOf(sales);
    const officer = await agency.staff('visa-officer');
    expect((await reveal(officer, { ...document, travellerId: other.id })).status).toBe(404);
    expect((await reveal(officer, { ...document, customerId: other.customerId })).status).toBe(404);
  });
});

describe('a row that was moved in the database', () => {
  it('is not opened for another traveller, nor in another row', async () => {
    const { agency, sales, traveller } = await desk();
    const [document, other] = [
      await entered(sales, traveller),
      await entered(sales, await travellerOf(sales), { number: '360426199101010071' }),
    ];
    await world.admin.query(
      `update crm.traveller_documents set number_sealed = (select number_sealed from crm.traveller_documents where id = $1) where id = $2`,
      [document.id, other.id],
    );
    const officer = await agency.staff('visa-officer');
    const { status, body } = await reveal(officer, other);
    expect([status, body['code']]).toEqual([500, 'request/internal']);
    expect(JSON.stringify(body)).not.toContain(resident);
  });
});
