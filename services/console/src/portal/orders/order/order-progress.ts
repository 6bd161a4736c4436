import type { OrderDetail } from '../../../api/gen/booking.ts';

/** A step of an order, named by what is so (done) or still to come. */
export interface ProgressStep {
  readonly name: 'placed' | 'approved' | 'deposit' | 'paid' | 'travelling' | 'completed';
  readonly done: boolean;
}

const states = ['in-review', 'awaiting-payment', 'confirmed', 'travelling', 'completed', 'settled'];

/**
 * How far an order is; undefined where it has ended before its time. A deposit is a step of its own where the schedule asks for one: an order is
 * confirmed with it, but it is not paid by it.
 */
export function progressOf({
  state,
  schedule,
  standing,
}: Pick<OrderDetail, 'state' | 'schedule' | 'standing'>): readonly ProgressStep[] | undefined {
  const reached = states.indexOf(state === 'returned' ? 'in-review' : state);
  if (reached < 0) return undefined;
  const approved = reached >= states.indexOf('awaiting-payment');
  const deposit = schedule.find(({ kind }) => kind === 'deposit');
  const paid = approved && standing.outstanding.amount === '0';
  const apart = deposit !== undefined && schedule.length > 1;
  return [
    { name: 'placed', done: true },
    { name: 'approved', done: approved },
    ...(apart ? [{ name: 'deposit', done: paid || deposit.state === 'paid' } as const] : []),
    { name: 'paid', done: paid },
    { name: 'travelling', done: reached >= states.indexOf('travelling') },
    { name: 'completed', done: reached >= states.indexOf('completed') },
  ];
}
