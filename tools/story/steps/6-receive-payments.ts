import { until } from '../api.ts';
import { mailTo } from '../mail.ts';
import { todayOf } from '../cast.ts';
import type { Step } from '../scene.ts';

/** Finance receives what is due; the booking is confirmed by that event, the confirmation letter goes out. */
export const receivePayments: Step = async ({ as, told, stage }) => {
  const finance = as('finance');
  const path = `/api/booking/v1/orders/${told.orderId}`;
  const { schedule } = await finance.get<{ schedule: { amount: { amount: string; currency: string } }[] }>(
    path,
  );
  for (const { amount } of schedule)
    await finance.post('/api/finance/v1/payments', {
      orderId: told.orderId,
      amount,
      method: 'bank-transfer',
      receivedOn: todayOf(stage),
      reference: told.orderNumber,
    });
  await until('the order to be confirmed', async () => {
    const { state, paid } = await finance.get<{ state: string; paid: { amount: string } }>(path);
    return state === 'confirmed' && BigInt(paid.amount) === told.total ? state : undefined;
  });
  const letter = await mailTo(stage, told.email, /确认/);
  return `${schedule.length} payment received, order confirmed, letter “${letter.subject}”`;
};
