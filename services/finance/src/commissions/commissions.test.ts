import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, openDesk, pay, reaches, type Desk } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance'] });
});
afterAll(() => world.close());

interface EntryAnswer {
  readonly id: string;
  readonly branchId: string;
  readonly sourceKind: string;
  readonly postings: { account: string; side: string; amount: { amount: string } }[];
}

const url = (path: string) => `${world.url('finance')}/v1${path}`;

/** An order of two adults, 2,000.00, that a franchise has sold of what headquarters operates; 10 % is its own. */
async function sold() {
  const desk = await openDesk(world, { branches: 1 });
  const rules = { rules: [{ basisPoints: 1_000 }] };
  await done(desk.reviewer.put(`${world.url('booking')}/v1/commission-rules`, rules, 1));
  const agent = await desk.agency.staff('sales', desk.branchIds[0]);
  const order = await desk.sell(2, agent);
  await pay(world, desk, order, '200000');
  await reaches(world, desk, order, 'confirmed');
  return { desk, agent, order, branchId: desk.branchIds[0] ?? '' };
}

const entriesOf = async ({ finance }: Desk, sourceKind: string) =>
  (await finance.get<{ entries: EntryAnswer[] }>(url(`/entries?sourceKind=${sourceKind}`))).body.entries;

const clearing = async ({ finance }: Desk, branchId?: string): Promise<string | undefined> => {
  const { body } = await finance.get<{ lines: { code: string; balance: string }[] }>(
    url(`/trial-balance${branchId ? `?branchId=${branchId}` : ''}`),
  );
  return body.lines.find(({ code }) => code === '3901')?.balance;
};

describe('a commission', () => {
  it('is posted by both branches, even between them, and taken back with the order', async () => {
    const { desk, agent, order, branchId } = await sold();
    const [earned, granted] = await eventually(async () => {
      const entries = await Promise.all(
        ['commission-earned', 'commission-granted'].map((kind) => entriesOf(desk, kind)),
      );
      expect(entries.map(({ length }) => length)).toEqual([1, 1]);
      return entries.flat();
    });
    const amount = { amount: '20000', currency: 'CNY' };
    expect(earned).toMatchObject({
      branchId,
      postings: [
        { account: '3901', side: 'debit', amount },
        { account: '6021', side: 'credit', amount },
      ],
    });
    expect(granted).toMatchObject({
      branchId: desk.agency.headquartersId,
      postings: [
        { account: '6421', side: 'debit', amount },
        { account: '3901', side: 'credit', amount },
      ],
    });
    expect([await clearing(desk, branchId), await clearing(desk)]).toEqual(['20000', '0']);
    const reversal = await desk.finance.post(url(`/entries/${earned?.id}/reversal`), {
      reason: '佣金记错了',
    });
    expect(reversal).toMatchObject({ status: 409, body: { code: 'finance/commission-not-reversible' } });
    // On the day of departure 60 % of the price is kept, and so much of the commission.
    const orders = `${world.url('booking')}/v1/orders/${order.id}`;
    const { version } = await done<{ version: number }>(agent.get(orders));
    await done(agent.post(`${orders}/cancellation`, { reason: '客人生病' }, { 'if-match': `"${version}"` }));
    await eventually(async () => {
      expect(await clearing(desk, branchId)).toBe('12000');
      expect(await clearing(desk)).toBe('0');
    });
  });
});
