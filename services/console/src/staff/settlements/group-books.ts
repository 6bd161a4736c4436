import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import type { SupplierCost } from '../../api/gen/finance.ts';
import { sumOf, type Money } from '../../format/money.ts';

/** More a group does not have: the largest boats take fewer orders. */
const limit = 100;

/** The orders of a group. */
export const groupOrdersQuery = (departureId: string) =>
  queryOptions({
    queryKey: ['booking', 'order', 'of-departure', departureId],
    queryFn: async ({ signal }) => {
      const query = { departureId, limit };
      return (await answer(api.booking.GET('/v1/orders', { params: { query }, signal }))).orders;
    },
  });

/** What a group cost, without what was reversed. */
export const groupCostsQuery = (departureId: string) =>
  queryOptions({
    queryKey: ['finance', 'supplier-cost', 'of-departure', departureId],
    queryFn: async ({ signal }) => {
      const query = { departureId, limit };
      const { supplierCosts } = await answer(
        api.finance.GET('/v1/supplier-costs', { params: { query }, signal }),
      );
      return supplierCosts.filter(({ state }) => state === 'recorded');
    },
  });

export const settlementQuery = (departureId: string) =>
  queryOptions({
    queryKey: ['finance', 'group-settlement', departureId],
    queryFn: ({ signal }) =>
      answer(
        api.finance.GET('/v1/group-settlements/{departureId}', {
          params: { path: { departureId } },
          signal,
        }),
      ),
  });

/** What a settlement would come to. Only a sketch: finance counts anew when it settles. */
export interface Sketch {
  readonly receivable: Money;
  readonly received: Money;
  readonly cost: Money;
  readonly grossProfit: Money;
  readonly unpaid: boolean;
  readonly otherCurrency: boolean;
}

const travels = ({ state }: Order) => ['confirmed', 'travelling', 'completed', 'settled'].includes(state);

/** The orders that travelled, or are to. */
export const travelling = (orders: readonly Order[]): Order[] => orders.filter(travels);

/** Whether a group can be settled: everybody is back, and has paid. */
export function readyToSettle(orders: readonly Order[]): boolean {
  const going = travelling(orders);
  return (
    going.length > 0 &&
    going.every(
      ({ state, total, paid }) => state === 'completed' && BigInt(paid.amount) >= BigInt(total.amount),
    )
  );
}

export function sketchOf(orders: readonly Order[], costs: readonly SupplierCost[], currency: string): Sketch {
  const going = travelling(orders);
  const of = going[0]?.total.currency ?? currency;
  const own = costs.filter(({ amount }) => amount.currency === of);
  const receivable = sumOf(going.map(({ total }) => total.amount));
  const cost = sumOf(own.map(({ amount }) => amount.amount));
  const money = (amount: string): Money => ({ amount, currency: of });
  return {
    receivable: money(receivable),
    received: money(sumOf(going.map(({ paid }) => paid.amount))),
    cost: money(cost),
    grossProfit: money(String(BigInt(receivable) - BigInt(cost))),
    unpaid: going.some(({ total, paid }) => BigInt(paid.amount) < BigInt(total.amount)),
    otherCurrency: own.length < costs.length,
  };
}
