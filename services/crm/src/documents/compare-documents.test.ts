import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentDesk, resident } from './fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const { desk, entered, travellerOf, at: documentAt } = documentDesk(() => world);
const customers = () => `${world.url('crm')}/v1/customers`;

const patch = (staff: Staff, at: string, body: object, version = 1) =>
  staff.ask<{ version: number }>(at, { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } });

const refusal = (field: string) => ({
  status: 422,
  body: { code: 'crm/not-valid', errors: [{ field, rule: 'differs-from-document' }] },
});

const mrz = ['P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<', 'ZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08'];
const sarah = { name: 'Sarah', latinName: 'MARTIN SARAH', birthDate: '1985-01-01', relation: 'friend' };

describe('a traveller with a document on file', () => {
  it('keeps the birth date it says, until the document is gone', async () => {
    const { sales, traveller } = await desk();
    const at = `${customers()}/${traveller.customerId}/travellers/${traveller.id}`;
    const document = await entered(sales, traveller);
    expect(await patch(sales, at, { birthDate: '1991-01-02' })).toMatchObject(refusal('/body/birthDate'));
    expect((await patch(sales, at, { name: '张晓民' })).status).toBe(200);
    await sales.ask(documentAt(document), { method: 'DELETE', headers: { 'if-match': '"1"' } });
    expect((await patch(sales, at, { birthDate: '1991-01-02' }, 2)).status).toBe(200);
    const again = await sales.post(`${at}/documents`, { kind: 'identity-card', number: resident });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ rule: 'birth-date-differs' }] } });
  });

  it('keeps the name a machine-readable zone says; an unknown one contradicts nothing', async () => {
    const { sales } = await desk();
    const traveller = await travellerOf(sales, sarah);
    await entered(sales, traveller, { kind: 'passport', number: undefined, mrz });
    const at = `${customers()}/${traveller.customerId}/travellers/${traveller.id}`;
    const both = { latinName: 'MARTIN ANNA', birthDate: '1985-01-02' };
    expect(await patch(sales, at, both)).toMatchObject({
      status: 422,
      body: { errors: [{ field: '/body/latinName' }, { field: '/body/birthDate' }] },
    });
    expect((await patch(sales, at, { latinName: 'Martin Sarah-Jane' })).status).toBe(200);
    expect((await patch(sales, at, { latinName: null }, 2)).status).toBe(200);
  });

  it('has the sex of the customer, whichever of both is changed', async () => {
    const { sales, traveller } = await desk();
    await entered(sales, traveller);
    const customer = `${customers()}/${traveller.customerId}`;
    expect(await patch(sales, customer, { gender: 'female' })).toMatchObject(refusal('/body/gender'));
    expect((await patch(sales, customer, { gender: 'other' })).status).toBe(200);
    const at = `${customer}/travellers/${traveller.id}`;
    expect((await patch(sales, at, { relation: 'friend' })).status).toBe(200);
    expect((await patch(sales, customer, { gender: 'female' }, 2)).status).toBe(200);
    expect(await patch(sales, at, { relation: 'self' }, 2)).toMatchObject(refusal('/body/relation'));
  });

  it('waits for a document that is being entered', async () => {
    const { sales, traveller } = await desk();
    const at = `${customers()}/${traveller.customerId}/travellers/${traveller.id}`;
    // Holds a document that is being entered where its key is made: what it was checked against must not change meanwhile.
    const holding = await world.admin.connect();
    await holding.query('begin');
    await holding.query('lock table crm.traveller_documents in exclusive mode');
    const entering = sales.post(`${at}/documents`, { kind: 'identity-card', number: resident });
    await waiting(1);
    const changing = patch(sales, at, { birthDate: '1991-01-02' });
    await waiting(2);
    await holding.query('commit');
    holding.release();
    expect((await entering).status).toBe(201);
    expect(await changing).toMatchObject(refusal('/body/birthDate'));
  });
});

/** Resolves when so many sessions of this database wait for a lock. */
const waiting = (count: number) =>
  eventually(async () => {
    const { rows } = await world.admin.query(
      `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows).toEqual([{ count }]);
  });
