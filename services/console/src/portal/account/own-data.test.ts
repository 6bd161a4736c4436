import { describe, expect, it } from 'vitest';
import { gatherOwnData, wholeOf, type Answer } from './own-data.ts';

const answers: Readonly<Record<string, Answer>> = {
  'crm/v1/own-customer': { customer: { id: 'ming' } },
  'crm/v1/customers/ming/travellers': { travellers: [{ id: 'hong' }], next: 'a&b' },
  'crm/v1/customers/ming/travellers?after=a%26b': { travellers: [{ id: 'li' }], next: null },
  'booking/v1/orders': { orders: [{ id: 'one' }], next: null },
  'booking/v1/orders/one': { id: 'one', lines: [] },
  'identity/v1/me': { user: { name: '王小明' } },
};
const read = (path: string) => Promise.resolve(answers[path] ?? null);

describe('what is kept of a customer', () => {
  it('is gathered from every service, with the whole of each order and nothing where there is nothing', async () => {
    expect(await gatherOwnData(read)).toMatchObject({
      customer: { id: 'ming' },
      travellers: [{ id: 'hong' }, { id: 'li' }],
      orders: [{ id: 'one', lines: [] }],
      account: { user: { name: '王小明' } },
      payments: null,
    });
  });

  it('is read to the end of its lists', async () => {
    expect(await wholeOf(read, 'crm/v1/customers/ming/travellers')).toEqual({
      travellers: [{ id: 'hong' }, { id: 'li' }],
    });
  });
});
