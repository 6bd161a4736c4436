import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import type { UnitOfWork } from '@yitu/persistence';
import { Departure } from '../departures/departure.ts';
import { PaymentDue, type Order } from '../orders/order.ts';
import { releaseDue, sendDueTimers } from './due-timers.ts';
import { freshSchedule, giveDay, openDues, redated } from './redate-dues.ts';

/**
 * A payment of a locked order is taken back: what it had paid is open again, and its author is told. What a booking owed by a day that is over is due by
 * the day a first payment would have today, and has its reminders and the end of its grace anew; what still waits for payment is held as long as before.
 * @param takenBack minor units, not yet taken off what was paid
 */
export async function reopenDues(uow: UnitOfWork, order: Order, takenBack: bigint): Promise<void> {
  if (order.state !== 'confirmed' && order.state !== 'awaiting-payment') return;
  const dues = await uow.find(PaymentDue, { orderId: order.id });
  const today = await agencyToday(uow);
  const open = openDues(dues, order, order.paid - takenBack, today);
  if (open.length === 0) return;
  if (order.state === 'confirmed') await askAgain(uow, order, { dues, open, today });
  const { id: orderId, branchId, authorId, currency, total, paid } = order;
  const [first] = openDues(dues, order, paid - takenBack, today);
  uow.publish(order, events.orderPaymentTakenBack, {
    ...{ orderId, branchId, authorId, amount: { amount: takenBack, currency } },
    ...{ outstanding: { amount: total - (paid - takenBack), currency }, dueOn: first?.dueOn ?? '' },
  });
}

interface Reopened {
  readonly dues: readonly PaymentDue[];
  readonly open: ReturnType<typeof openDues>;
  readonly today: string;
}

async function askAgain(uow: UnitOfWork, order: Order, { dues, open, today }: Reopened): Promise<void> {
  const { departsOn } = await uow.get(Departure, order.departureId);
  const { schedule, rules, timeZone } = await freshSchedule(uow, order, departsOn);
  const before = openDues(dues, order, order.paid, today).map(({ kind }) => kind);
  const reopened = open.filter(({ kind }) => !before.includes(kind));
  const late = redated(
    reopened.filter(({ dueOn }) => dueOn < today),
    schedule.slice(0, 1),
  );
  const changed = late.filter((due) => giveDay(dues, due));
  await sendDueTimers(uow, order.id, changed, { rules, timeZone, held: undefined });
  // The seats were held until the first payment: nothing came with the end of its grace yet.
  for (const due of reopened)
    if (due.dueOn >= today && due.kind === 'deposit') releaseDue(uow, order.id, due, { rules, timeZone });
}
