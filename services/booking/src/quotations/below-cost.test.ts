import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nights, openQuotingDesk, type QuotationAnswer } from '../fixtures/quoting.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const quotations = (path: string) => `${world.url('booking')}/v1/quotations${path}`;
/** Two nights at 300.00 that cost 320.00 each. */
const dear = { lines: [nights('30000', { unitCost: '32000' })] };

describe('cost and margin', () => {
  it('are there for those with the permission and not there for others, not even as null', async () => {
    const { quote, sales, reviewer } = await openQuotingDesk(world);
    const { body } = await quote(dear);
    const seen = await reviewer.get<QuotationAnswer>(quotations(`/${body.id}`));
    expect(seen.body.content.cost).toEqual({
      ...{ cost: { amount: '64000', currency: 'CNY' }, margin: { amount: '-4000', currency: 'CNY' } },
      complete: false,
    });
    expect(seen.body.content.lines[1]).toMatchObject({ unitCost: '32000' });
    const revision = quotations(`/${body.id}/revisions/1`);
    for (const answer of [body, (await sales.get<QuotationAnswer>(quotations(`/${body.id}`))).body])
      expect(JSON.stringify(answer)).not.toMatch(/64000|32000|"cost":|unitCost|margin|supplier/);
    expect(JSON.stringify((await sales.get(revision)).body)).not.toMatch(/64000|32000|"cost":|unitCost/);
    expect((await reviewer.get(revision)).body).toMatchObject({ cost: { margin: { amount: '-4000' } } });
  });
});

describe('a quotation below cost', () => {
  it('is sent when somebody else has approved it, who sees the margin', async () => {
    const { quote, step, reviewer, sales } = await openQuotingDesk(world);
    const { body } = await quote(dear);
    expect(body.content.belowCost).toBe(true);
    expect(await step(body, 'sending')).toMatchObject({
      ...{ status: 409, body: { code: 'booking/below-cost-needs-approval' } },
    });
    const toApprove = async (which: string, who = reviewer) =>
      (await who.get<{ quotations: { id: string }[] }>(quotations(`?state=draft&approval=${which}`))).body
        .quotations;
    const cheap = await quote({ lines: [nights('30000', { unitCost: '20000' })] });
    expect((await toApprove('needed')).map(({ id }) => id)).toEqual([body.id]);
    expect((await toApprove('unclear')).map(({ id }) => id)).toEqual([cheap.body.id]);
    expect(await toApprove('unclear', sales)).toEqual([]);
    const approved = await step(body, 'below-cost-approval', reviewer);
    expect(await toApprove('needed')).toEqual([]);
    expect(approved).toMatchObject({
      ...{ status: 200, body: { approvedRevision: 1, content: { cost: { margin: { amount: '-4000' } } } } },
    });
    expect(await step(approved.body, 'sending')).toMatchObject({ status: 200, body: { state: 'sent' } });
  });

  it('is not approved by who wrote it or its revision, nor by who may not see the margin', async () => {
    const { quote, step, agency, sales, draft } = await openQuotingDesk(world);
    const [author, other] = await Promise.all([
      agency.staff('branch-manager'),
      agency.staff('branch-manager'),
    ]);
    const { body } = await quote(dear, author);
    expect(await step(body, 'below-cost-approval', author)).toMatchObject({
      ...{ status: 403, body: { code: 'access/four-eyes' } },
    });
    const { customerId: _customer, ...again } = draft(dear) as Record<string, unknown>;
    const revised = await other.put<QuotationAnswer>(quotations(`/${body.id}`), again, body.version);
    expect(await step(revised.body, 'below-cost-approval', other)).toMatchObject({ status: 403 });
    expect(await step(revised.body, 'below-cost-approval', sales)).toMatchObject({ status: 403 });
  });

  it('needs another approval after it was revised', async () => {
    const { quote, step, reviewer, sales, draft } = await openQuotingDesk(world);
    const approved = await step((await quote(dear)).body, 'below-cost-approval', reviewer);
    const { customerId: _customer, ...again } = draft(dear) as Record<string, unknown>;
    const url = quotations(`/${approved.body.id}`);
    const revised = await sales.put<QuotationAnswer>(url, again, approved.body.version);
    expect(revised.body).toMatchObject({ approvedRevision: null, approverId: null });
    expect(await step(revised.body, 'sending')).toMatchObject({ status: 409 });
  });

  it('is one by what is taken off as well; one that is not needs no approval', async () => {
    const { quote, step, reviewer } = await openQuotingDesk(world);
    const fair = { lines: [nights('30000', { unitCost: '29000' })] };
    const { body } = await quote(fair);
    expect(await step(body, 'below-cost-approval', reviewer)).toMatchObject({
      ...{ status: 409, body: { code: 'booking/not-below-cost' } },
    });
    const discounts = [{ kind: 'percent', value: '500', name: { zh: '优惠', en: 'Discount' } }];
    expect((await quote({ ...fair, discounts })).body.content.belowCost).toBe(true);
  });
});

describe('a quotation that takes more off than the rules allow where no net rate proves the cost', () => {
  const off = (value: string) => [{ kind: 'percent', value, name: { zh: '优惠', en: 'Discount' } }];
  const rules = () => `${world.url('booking')}/v1/quotation-rules`;

  it('is sent when somebody else has approved it, whatever the seller has typed for its cost', async () => {
    const { quote, step, reviewer } = await openQuotingDesk(world);
    const typed = { lines: [nights('30000', { unitCost: '1' })] };
    const { body } = await quote({ ...typed, discounts: off('9900') });
    expect(body.content).toMatchObject({
      ...{ belowCost: false, overDiscountLimit: true, takenWithoutCost: 9_900, discountLimit: 1_000 },
    });
    expect(await step(body, 'sending')).toMatchObject({
      ...{ status: 409, body: { code: 'booking/discount-needs-approval' } },
    });
    const { body: waiting } = await reviewer.get<{ tasks: object[] }>(`${world.url('booking')}/v1/tasks`);
    expect(waiting.tasks).toContainEqual(expect.objectContaining({ kind: 'quotation-to-approve', count: 1 }));
    const approved = await step(body, 'below-cost-approval', reviewer);
    expect(await step(approved.body, 'sending')).toMatchObject({ status: 200, body: { state: 'sent' } });
  });

  it('needs nobody up to the limit, which an agency sets for what is quoted afterwards', async () => {
    const { agency, quote, step } = await openQuotingDesk(world);
    const { body } = await quote({ discounts: off('1000') });
    expect(await step(body, 'sending')).toMatchObject({ status: 200 });
    const planner = await agency.staff('project-manager');
    expect((await planner.get(rules())).body).toEqual({ discountWithoutCost: 1_000, version: 1 });
    const set = (discountWithoutCost: number, version: number) =>
      planner.put(rules(), { discountWithoutCost }, version);
    expect(await set(500, 1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await set(9_000, 1)).toMatchObject({ status: 412, body: { code: 'request/stale-version' } });
    const { body: next } = await quote({ discounts: off('1000') });
    expect(await step(next, 'sending')).toMatchObject({ body: { code: 'booking/discount-needs-approval' } });
    expect(await (await agency.staff('sales')).put(rules(), { discountWithoutCost: 1 }, 2)).toMatchObject({
      status: 403,
    });
  });
});
