import { eventually, startWorld, type World, type Staff } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentDesk, resident, says, type View } from './fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const { documentsOf, at, travellerOf, desk, entered, reveal, search, published, audited } = documentDesk(
  () => world,
);

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
    const refused = async (
      entry: { kind: string; number: string; [more: string]: string },
      rules: string[],
    ) => {
      const { status, body } = await sales.post<{ errors: { field: string; rule: string }[] }>(
        documentsOf(traveller),
        entry,
      );
      expect(body.errors.map(({ rule }) => rule)).toEqual(rules);
      expect(says(body, entry.number)).toBe(false);
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
