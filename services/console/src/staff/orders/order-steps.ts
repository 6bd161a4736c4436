import type { Permission } from '../../api/gen/permissions.ts';
import { approvedStates } from '../../names/order-states.ts';

export type OrderAction =
  | 'approve'
  | 'return'
  | 'edit'
  | 'resubmit'
  | 'delete'
  | 'recordPayment'
  | 'drawUpContract'
  | 'toContract'
  | 'toSheet'
  | 'cancel-customer'
  | 'cancel-break-off'
  | 'cancel-agency'
  | 'cancel-no-show';

/** What decides beside the state of an order and the rights of whoever looks at it. */
export interface Circumstances {
  readonly mine: boolean;
  /** The day of departure has come. */
  readonly begun: boolean;
  readonly departed: boolean;
  /** It came from a quotation. */
  readonly quoted: boolean;
  /** Something is still to be paid. */
  readonly owing: boolean;
  /** How far its contract is; undefined while that is not known, or not to be seen. */
  readonly contract: 'none' | 'unsigned' | 'signed' | undefined;
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
  drawUpContract: {
    needs: 'itinerary.contract.generate',
    when: (state, { contract }) => approvedStates.includes(state) && (contract ?? 'none') === 'none',
  },
  toContract: {
    needs: 'itinerary.contract.read',
    when: (_state, { contract }) => contract === 'unsigned' || contract === 'signed',
  },
  toSheet: {
    needs: 'itinerary.operations-sheet.read',
    when: (state) => underWay(state) || state === 'completed' || state === 'settled',
  },
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

/** In the order in which an order goes on: the first that is offered and due is its next step. */
const onwards: readonly (readonly [OrderAction, (state: string, circumstances: Circumstances) => boolean])[] =
  [
    ['approve', () => true],
    ['resubmit', () => true],
    ['drawUpContract', (state, { contract }) => sold(state) && contract === 'none'],
    ['toContract', (state, { contract }) => sold(state) && contract === 'unsigned'],
    ['recordPayment', (_state, { owing }) => owing],
    ['toSheet', (state) => underWay(state)],
  ];

/** What stands beside the next step, unless it is that itself. */
const atHand: readonly OrderAction[] = ['return', 'edit', 'delete', 'recordPayment', 'toContract', 'toSheet'];

const behindMore: readonly OrderAction[] = [
  'drawUpContract',
  'cancel-customer',
  'cancel-break-off',
  'cancel-no-show',
  'cancel-agency',
];

export interface OrderSteps {
  /** What takes the order further. */
  readonly next: OrderAction | undefined;
  readonly beside: readonly OrderAction[];
  readonly others: readonly OrderAction[];
}

/** What may be done with an order in a state: its next step, what is at hand beside it, and what stands behind a menu. */
export function orderSteps(
  state: string,
  circumstances: Circumstances,
  may: (permission: Permission) => boolean,
): OrderSteps {
  const offered = (action: OrderAction) =>
    may(rules[action].needs) && rules[action].when(state, circumstances);
  const [next] = onwards.find(([action, due]) => offered(action) && due(state, circumstances)) ?? [];
  const left = (actions: readonly OrderAction[]) =>
    actions.filter((action) => action !== next && offered(action));
  return { next, beside: left(atHand), others: left(behindMore) };
}
