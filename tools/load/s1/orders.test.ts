import { describe, expect, it } from 'vitest';
import { placings, throughGateway, toFloor } from './orders.ts';

const branch = (code: string) => ({
  id: code,
  code,
  sales: [1, 2, 3].map((index) => ({ userName: `${code}${index}`, userId: `id of ${code}${index}` })),
  customers: [1, 2].map((index) => ({ id: `customer ${code}${index}`, travellerIds: ['one', 'two'] })),
});
const agency = {
  id: 'agency',
  code: 'load',
  password: '',
  branches: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map(branch),
  productId: 'product',
  departureIds: Array.from({ length: 40 }, (_, index) => `departure ${index}`),
  unitPrice: '100',
};
const orders = placings(agency);

describe('the orders of S1', () => {
  it('are spread evenly over departures, people and customers', () => {
    const times = (of: (order: (typeof orders)[number]) => unknown) =>
      Object.values(Object.groupBy(orders, (order) => String(of(order)))).map((same) => same?.length);
    expect(times(({ body }) => body['departureId'])).toEqual(Array.from({ length: 40 }, () => 6));
    expect(times(({ userName }) => userName)).toEqual(Array.from({ length: 24 }, () => 10));
    expect(times(({ body }) => body['customerId'])).toEqual(Array.from({ length: 16 }, () => 15));
  });

  it('come from another branch than the seven before', () => {
    const branches = orders.map(({ known }) => known['branchId']);
    for (const [index] of branches.entries())
      expect(new Set(branches.slice(index, index + 8)).size).toBe(Math.min(8, branches.length - index));
  });

  it('are for customers of the branch of the one who places them', () => {
    for (const { body, known, userName } of orders) {
      expect(body['customerId']).toContain(`customer ${String(known['branchId'])}`);
      expect(known['authorId']).toBe(`id of ${userName}`);
    }
  });

  it('go to the gateway with the tokens of those who place them, and to the floor with what it would not look up', () => {
    const tokens = new Map(orders.map(({ userName }) => [userName, `token of ${userName}`]));
    const [first] = throughGateway(orders, 'http://origin', tokens);
    expect(first).toMatchObject({ url: 'http://origin/api/booking/v1/orders', token: 'token of A1' });
    expect(first?.body).not.toHaveProperty('agencyId');
    const [same] = toFloor(orders, 'http://floor/orders');
    expect(same?.body).toMatchObject({ ...first?.body, agencyId: 'agency', unitPrice: '100' });
  });
});
