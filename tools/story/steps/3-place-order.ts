import { until } from '../api.ts';
import type { Step } from '../scene.ts';

interface Placed {
  id: string;
  number: string;
  total: { amount: string };
  holdExpiresAt: string;
}

/** Sales places the order: price computed, seats held, number issued. */
export const placeOrder: Step = async ({ as, told }) => {
  const sales = as('sales');
  const body = {
    customerId: told.customerId,
    departureId: told.departureId,
    counts: [{ category: 'adult', count: told.travellerIds.length }],
    travellers: told.travellerIds.map((travellerId) => ({ travellerId, category: 'adult' })),
  };
  const order = await sales.post<Placed>('/api/booking/v1/orders', body);
  Object.assign(told, { orderId: order.id, orderNumber: order.number, total: BigInt(order.total.amount) });
  const seats = await until('the seats to be held', async () => {
    const departure = await sales.get<{ remaining: number }>(
      `/api/booking/v1/departures/${told.departureId}`,
    );
    return departure.remaining < 20 ? departure.remaining : undefined;
  });
  return `${order.number}, ${yuan(told.total)}, ${seats} seats left, held until ${order.holdExpiresAt}`;
};

const yuan = (amount: bigint) => `CNY ${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
