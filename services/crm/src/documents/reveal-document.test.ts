import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentDesk, resident } from './fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const { documentsOf, at, travellerOf, desk, entered, reveal, search, published, audited } = documentDesk(
  () => world,
);

describe('revealing a document', () => {
  it('gives the number for a reason, audits the look without the value, and tells ids', async () => {
    const { agency, sales, traveller } = await desk();
    const document = await entered(sales, traveller);
    const operator = await agency.staff('operator');
    const { status, body, headers } = await reveal(operator, document, '出票需要证件号');
    expect([status, body['number'], headers.get('cache-control')]).toEqual([200, resident, 'no-store']);
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
