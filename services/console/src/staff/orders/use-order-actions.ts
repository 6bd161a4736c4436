import type { Order } from '../../api/gen/booking.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import { todayIn } from '../../format/dates.ts';
import { approvedStates } from '../../names/choose-records.tsx';
import { useDepartureName } from '../../names/names.tsx';
import { useMay, useMe } from '../../session/me.ts';

import { useQuotationOf } from './order-query.ts';

export type OrderAction =
  | 'approve'
  | 'return'
  | 'edit'
  | 'resubmit'
  | 'delete'
  | 'recordPayment'
  | 'drawUpContract'
  | 'cancel-customer'
  | 'cancel-break-off'
  | 'cancel-agency'
  | 'cancel-no-show';

interface Circumstances {
  readonly mine: boolean;
  /** The day of departure has come. */
  readonly begun: boolean;
  readonly departed: boolean;
  /** It came from a quotation. */
  readonly quoted: boolean;
}

interface Rule {
  readonly needs: Permission;
  readonly when: (state: string, circumstances: Circumstances) => boolean;
}

const sold = (state: string) => state === 'awaiting-payment' || state === 'confirmed';
const underWay = (state: string) => state === 'confirmed' || state === 'travelling';
const unapproved = (state: string) => state === 'in-review' || state === 'returned';

/** When each may be done at all; the services decide in the end. */
const rules: Readonly<Record<OrderAction, Rule>> = {
  approve: { needs: 'booking.order.approve', when: (state, { mine }) => state === 'in-review' && !mine },
  return: { needs: 'booking.order.return', when: (state, { mine }) => state === 'in-review' && !mine },
  resubmit: { needs: 'booking.order.submit', when: (state, { mine }) => state === 'returned' && mine },
  edit: {
    needs: 'booking.order.change',
    when: (state, { mine, quoted }) => unapproved(state) && mine && !quoted,
  },
  delete: { needs: 'booking.order.submit', when: unapproved },
  recordPayment: { needs: 'finance.payment.record', when: (state) => sold(state) || state === 'travelling' },
  drawUpContract: { needs: 'itinerary.contract.generate', when: (state) => approvedStates.includes(state) },
  'cancel-customer': {
    needs: 'booking.order.cancel',
    when: (state, { departed }) => sold(state) && !departed,
  },
  'cancel-break-off': {
    needs: 'booking.order.break-off',
    when: (state, { begun }) => underWay(state) && begun,
  },
  'cancel-no-show': {
    needs: 'booking.order.record-no-show',
    when: (state, { begun }) => underWay(state) && begun,
  },
  'cancel-agency': {
    needs: 'booking.order.cancel-by-agency',
    when: (state) => sold(state) || state === 'travelling',
  },
};

const firstOnes = ['approve', 'return', 'resubmit', 'edit', 'delete', 'recordPayment'] as const;
const otherOnes = [
  'drawUpContract',
  'cancel-customer',
  'cancel-break-off',
  'cancel-no-show',
  'cancel-agency',
] as const;

/** What the signed-in person may do with an order as it is now: what is at hand, and what stands behind a menu. */
export function useOrderActions(order: Pick<Order, 'id' | 'state' | 'authorId' | 'departureId'>) {
  const may = useMay();
  const { user, agency } = useMe();
  const departsOn = useDepartureName(order.departureId)?.departsOn;
  const quoted = Boolean(useQuotationOf(order.id));
  const today = todayIn(agency.timeZone);
  const circumstances = {
    quoted,
    mine: order.authorId === user.id,
    begun: departsOn !== undefined && departsOn <= today,
    departed: departsOn !== undefined && departsOn < today,
  };
  const offered = (action: OrderAction) =>
    may(rules[action].needs) && rules[action].when(order.state, circumstances);
  return { first: firstOnes.filter(offered), others: otherOnes.filter(offered) };
}
