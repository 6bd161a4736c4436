import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, tour } from '../fixtures/catalogue.ts';
import { nights, openQuotingDesk, type QuotingDesk } from '../fixtures/quoting.ts';
import { nameTraveller, registerShopper, type Shopper } from '../fixtures/shopper.ts';
import { createTeller } from '../fixtures/teller.ts';

let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
  teller = await createTeller(world);
});
afterAll(async () => {
  await teller.close();
  await world.close();
});

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const refused = (status: number, code: string) => ({ status, body: { code } });

interface Own {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly revision: number;
  readonly quotationId: string | null;
  readonly total: { readonly amount: string };
  readonly orderId: string | null;
  readonly content: Record<string, unknown>;
  readonly revisions: { readonly revision: number; readonly total: { readonly amount: string } }[];
}

const setOut = async () => {
  const desk = await openQuotingDesk(world);
  return { desk, shopper: await registerShopper(world, teller, desk.agency) };
};
const ask = (shopper: Shopper, changes: object = {}) =>
  shopper.post<Own>(url('/own-quotation-requests'), { travellers: 4, words: '亲子，慢一点', ...changes });
const own = (shopper: Shopper, path: string) => shopper.get<Own>(url(`/own-quotations${path}`));
const answer = (shopper: Shopper, { id, version }: Own, what: string, body: object = {}) =>
  shopper.post<Own>(url(`/own-quotations/${id}/${what}`), body, at(version));

/** A quotation that was sent to a shopper: two adults and two nights at 300.00, which cost 250.00 each. */
const sentTo = async (desk: QuotingDesk, { customerId }: Shopper, changes: object = {}) => {
  const lines = [nights('30000', { unitCost: '25000' })];
  const { body } = await desk.quote({ customerId, lines, ...changes });
  const sent = await desk.step(body, 'sending');
  if (sent.status !== 200) throw new Error(JSON.stringify([body, sent.body]));
  return sent.body;
};

describe('a customer who asks to be quoted', () => {
  it('says what for; the staff finds it and writes the quotation that answers it', async () => {
    const { desk, shopper } = await setOut();
    const budget = { amount: '500000', currency: 'CNY' };
    const wish = { departureId: desk.departureId, from: later(30), until: later(40), budget };
    const { status, body } = await ask(shopper, wish);
    expect([status, body]).toMatchObject([201, { ...wish, state: 'open', travellers: 4, version: 1 }]);
    const open = await desk.sales.get<{ requests: object[] }>(url('/quotation-requests?state=open'));
    expect(open.body.requests).toMatchObject([
      { ...wish, id: body.id, customerId: shopper.customerId, words: '亲子，慢一点' },
    ]);
    expect(
      (await desk.sales.get<{ requests: object[] }>(url('/quotation-requests?state=quoted'))).body,
    ).toEqual({
      requests: [],
      next: null,
    });
    const named = { quotationRequestId: body.id };
    expect(await desk.quote(named)).toMatchObject(refused(422, 'booking/request-contents'));
    const { body: quotation } = await desk.quote({ ...named, customerId: shopper.customerId });
    const asked = (path = '') => shopper.get<Own>(url(`/own-quotation-requests/${body.id}${path}`));
    expect((await asked()).body).toMatchObject({ state: 'quoted', quotationId: null });
    const twice = await desk.quote({ ...named, customerId: shopper.customerId });
    expect(twice).toMatchObject(refused(409, 'booking/request-state'));
    await desk.step(quotation, 'sending');
    expect((await asked()).body).toMatchObject({ state: 'quoted', quotationId: quotation.id });
    const found = await shopper.get<{ requests: object[] }>(url('/own-quotation-requests?state=quoted'));
    expect(found.body.requests).toMatchObject([{ id: body.id, quotationId: quotation.id }]);
    await eventually(async () => {
      const { rows } = await world.admin.query<{ subject: string; envelope: string }>(
        `select subject, envelope::text from booking.outbox where aggregate_id = $1 and published_at is not null order by aggregate_version`,
        [body.id],
      );
      expect(rows.map(({ subject }) => subject.split('.').slice(2, 5).join('.'))).toEqual([
        'booking.quotation-request.made',
        'booking.quotation-request.quoted',
      ]);
      expect(JSON.stringify(rows)).not.toContain('亲子');
    });
  });

  it('asks for what is on offer, for days to come, or says something', async () => {
    const { desk, shopper } = await setOut();
    const productId = await addProduct(world, desk.manager, tour('草稿', { draft: true }));
    for (const [wish, field, code] of [
      [{ words: ' ' }, '/body/words', 'request-contents'],
      [{ from: later(-1) }, '/body/from', 'request-contents'],
      [{ from: later(9), until: later(8) }, '/body/until', 'request-contents'],
      [{ until: later(800) }, '/body/until', 'request-contents'],
      [{ productId }, '/body/productId', 'no-such-product'],
      [{ departureId: crypto.randomUUID() }, '/body/departureId', 'no-such-departure'],
      [{ departureId: desk.departureId, productId }, '/body/departureId', 'no-such-departure'],
    ] as const)
      expect(await ask(shopper, wish)).toMatchObject({
        status: 422,
        body: { code: `booking/${code}`, errors: [{ field }] },
      });
    expect(await ask(shopper, { customerId: desk.customerId })).toMatchObject(
      refused(400, 'request/invalid'),
    );
  });

  it('has so many open as the rules say, also by requests of the same moment, and may take one back', async () => {
    const { desk, shopper } = await setOut();
    const rules = { openHolds: 3, seatsPerOrder: 9, openRequests: 2 };
    expect((await desk.manager.put(url('/portal-rules'), rules, 1)).status).toBe(200);
    const made = await Promise.all(Array.from({ length: 6 }, () => ask(shopper)));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(await ask(shopper)).toMatchObject(refused(409, 'booking/too-many-requests'));
    const { id } = made.find(({ status }) => status === 201)?.body ?? { id: '' };
    const takeBack = (by: Shopper, version: number) =>
      by.ask(url(`/own-quotation-requests/${id}`), { method: 'DELETE', headers: at(version) });
    const other = await registerShopper(world, teller, desk.agency);
    expect((await takeBack(other, 1)).status).toBe(404);
    expect((await takeBack(shopper, 7)).status).toBe(412);
    expect((await takeBack(shopper, 1)).body).toMatchObject({ state: 'withdrawn' });
    expect(await takeBack(shopper, 2)).toMatchObject(refused(409, 'booking/request-state'));
    expect((await ask(shopper)).status).toBe(201);
  });

  it('reads why there will be no quotation', async () => {
    const { desk, shopper } = await setOut();
    const { id } = (await ask(shopper)).body;
    const decline = (by: { post: QuotingDesk['sales']['post'] }, version = 1) =>
      by.post<Own>(url(`/quotation-requests/${id}/declination`), { reason: '暂无此线路' }, at(version));
    expect((await decline(shopper)).status).toBe(403);
    const abroad = await desk.agency.staff('sales', await desk.agency.openBranch('franchise'));
    expect((await decline(abroad)).status).toBe(404);
    expect((await decline(desk.sales, 2)).status).toBe(412);
    expect((await decline(desk.sales)).body).toMatchObject({ state: 'declined' });
    const { body } = await shopper.get<Own>(url(`/own-quotation-requests/${id}`));
    expect(body).toMatchObject({ state: 'declined', declineReason: '暂无此线路' });
    expect(await desk.quote({ customerId: shopper.customerId, quotationRequestId: id })).toMatchObject(
      refused(409, 'booking/request-state'),
    );
  });
});

describe('a quotation in the hands of its customer', () => {
  it('is there once it was sent, without cost, margin, suppliers and what the house thinks', async () => {
    const { desk, shopper } = await setOut();
    const draft = await desk.quote({ customerId: shopper.customerId });
    expect((await own(shopper, `/${draft.body.id}`)).status).toBe(404);
    const sent = await sentTo(desk, shopper);
    const list = await shopper.get<{ quotations: Own[] }>(url('/own-quotations'));
    expect(list.body.quotations.map(({ id }) => id)).toEqual([sent.id]);
    const { body } = await own(shopper, `/${sent.id}`);
    expect(body).toMatchObject({
      state: 'sent',
      revision: 1,
      total: { amount: '260000' },
      version: sent.version,
    });
    expect(body.content).toMatchObject({ total: '260000', lines: [{ net: '200000' }, { net: '60000' }] });
    expect(JSON.stringify([list.body, body])).not.toMatch(
      /cost|margin|supplier|belowCost|draftedBy|author|approve|customerCategory|25000/i,
    );
    const pdf = await fetch(url(`/own-quotations/${sent.id}/revisions/1/document?language=en`), {
      headers: { authorization: `Bearer ${shopper.token}` },
    });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true);
    expect((await shopper.get(url(`/quotations/${sent.id}`))).status).toBe(403);
  });

  it('shows the revisions that were sent, not the one that is being written', async () => {
    const { desk, shopper } = await setOut();
    const sent = await sentTo(desk, shopper);
    const { customerId: _of, ...revision } = desk.draft({ lines: [nights('10000')] }) as {
      customerId: string;
    };
    const revised = await desk.sales.put<Own>(url(`/quotations/${sent.id}`), revision, sent.version);
    expect(revised.body).toMatchObject({ revision: 2, total: { amount: '220000' } });
    const { body } = await own(shopper, `/${sent.id}`);
    expect(body).toMatchObject({ state: 'revising', revision: 1, total: { amount: '260000' } });
    expect(body.revisions).toMatchObject([{ revision: 1 }]);
    for (const path of ['', '/document'])
      expect((await own(shopper, `/${sent.id}/revisions/2${path}`)).status).toBe(404);
    expect(await answer(shopper, body, 'acceptance')).toMatchObject(refused(409, 'booking/quotation-state'));
    expect((await answer(shopper, { ...body, version: sent.version }, 'acceptance')).status).toBe(412);
    await desk.step(revised.body, 'sending');
    const { body: next } = await own(shopper, `/${sent.id}`);
    expect(next).toMatchObject({ state: 'sent', revision: 2, total: { amount: '220000' } });
    expect(next.revisions).toMatchObject([{ revision: 2 }, { revision: 1, total: { amount: '260000' } }]);
    expect((await own(shopper, `/${sent.id}/revisions/1`)).body).toMatchObject({
      revision: 1,
      total: '260000',
    });
  });

  it('is accepted and ordered once, at its price, by its customer', async () => {
    const { desk, shopper } = await setOut();
    const { id } = await sentTo(desk, shopper);
    const { body: sent } = await own(shopper, `/${id}`);
    expect(await answer(shopper, sent, 'order')).toMatchObject(refused(409, 'booking/quotation-state'));
    const accepted = await answer(shopper, sent, 'acceptance');
    expect([accepted.status, accepted.body]).toMatchObject([200, { state: 'accepted', id }]);
    const travellers = [{ travellerId: await nameTraveller(world, shopper), category: 'adult' }];
    const foreign = [{ travellerId: crypto.randomUUID(), category: 'adult' }];
    expect(await answer(shopper, accepted.body, 'order', { travellers: foreign })).toMatchObject(
      refused(422, 'booking/no-such-traveller'),
    );
    const orders = await Promise.all(
      Array.from({ length: 4 }, () => answer(shopper, accepted.body, 'order', { travellers, note: '靠窗' })),
    );
    expect(orders.filter(({ status }) => status === 201)).toHaveLength(1);
    const order = orders.find(({ status }) => status === 201)?.body as unknown as Record<string, unknown>;
    expect(order).toMatchObject({
      ...{ total: { amount: '260000' }, customerId: shopper.customerId, authorId: shopper.userId },
      ...{ state: 'in-review', note: '靠窗', branchId: desk.agency.headquartersId },
    });
    expect((await own(shopper, `/${id}`)).body).toMatchObject({ state: 'ordered', orderId: order['id'] });
    const approval = await desk.reviewer.post(url(`/orders/${String(order['id'])}/approval`), {}, at(1));
    expect(approval.status).toBe(200);
  });

  it('is declined with a reason, which the staff reads', async () => {
    const { desk, shopper } = await setOut();
    const sent = await sentTo(desk, shopper);
    const { body } = await own(shopper, `/${sent.id}`);
    expect((await answer(shopper, body, 'declination', { reason: '超出预算' })).body).toMatchObject({
      state: 'declined',
    });
    const { body: seen } = await desk.sales.get(url(`/quotations/${sent.id}`));
    expect(seen).toMatchObject({ state: 'declined', declineReason: '超出预算' });
  });

  it('is nobody else’s: neither of another customer nor of whoever wrote it', async () => {
    const { desk, shopper } = await setOut();
    const sent = await sentTo(desk, shopper);
    const other = await registerShopper(world, teller, desk.agency);
    const author = await desk.agency.staff('branch-manager');
    const draft = await desk.quote({ customerId: shopper.customerId }, author);
    await desk.step(draft.body, 'sending', author);
    for (const [who, id] of [
      [other, sent.id],
      [author, draft.body.id],
    ] as const) {
      expect((await own(who as Shopper, `/${id}`)).status).toBe(404);
      expect((await own(who as Shopper, `/${id}/revisions/1/document`)).status).toBe(404);
      for (const what of ['acceptance', 'order'])
        expect((await answer(who as Shopper, { ...sent, id } as never, what)).status).toBe(404);
    }
    expect((await own(other, '')).body).toMatchObject({ quotations: [] });
  });
});
