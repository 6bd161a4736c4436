import dayjs from 'dayjs';
import type { ListedAlone } from './task-kinds.ts';

interface Place {
  /** The list that shows them all. @param today at the agency */
  readonly all: (today: string) => string;
  /** Where one of them is. */
  readonly one: (id: string) => string;
}

const listed = (address: string) => () => address;
/** A kind that no other list shows exactly: the list of the tasks themselves. */
const alone = (kind: ListedAlone) => listed(`/tasks/${kind}`);
const order = { one: (id: string) => `/orders/${id}` };
const inList = (address: string): Place => ({ all: listed(address), one: () => address });

/** Within a week: as booking counts who departs soon. */
const departing = (today: string): string => {
  const until = dayjs(today).add(7, 'day').format('YYYY-MM-DD');
  return `/orders?state=confirmed&departsFrom=${today}&departsUntil=${until}`;
};

/** Where each kind of work is done. */
export const places: Readonly<Record<string, Place>> = {
  'order-to-review': { all: listed('/reviews'), ...order },
  'order-returned': { all: alone('order-returned'), ...order },
  'payment-overdue': { all: listed('/orders?overdue=yes'), ...order },
  'choice-to-record': { all: alone('choice-to-record'), ...order },
  'order-departing': { all: departing, ...order },
  'waiting-offer': { all: alone('waiting-offer'), one: (id) => `/waiting-entries/${id}` },
  'quotation-to-approve': { all: listed('/reviews'), one: (id) => `/quotations/${id}` },
  'quotation-request-open': {
    all: listed('/quotation-requests?state=open'),
    one: (id) => `/quotation-requests/${id}`,
  },
  'contract-to-sign': { all: alone('contract-to-sign'), one: (id) => `/contracts/${id}` },
  'sheet-to-open': { all: alone('sheet-to-open'), one: (id) => `/departures/${id}` },
  'reservation-to-confirm': {
    all: alone('reservation-to-confirm'),
    one: (id) => `/operations-sheets/${id}`,
  },
  'refund-to-approve': inList('/refunds?state=awaiting-approval'),
  'refund-to-pay': inList('/refunds?state=due'),
  'compensation-to-approve': inList('/compensations?state=awaiting-approval'),
  'compensation-to-pay': inList('/compensations?state=due'),
  'incident-open': { all: alone('incident-open'), one: (id) => `/incidents/${id}` },
};
