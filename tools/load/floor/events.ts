import { newId } from '@yitu/kernel';
import { currency, numberMark, type FloorOrder, type Settled } from './order.ts';

/** A row of the outbox, of booking's form and size. */
export interface FloorEvent {
  readonly id: string;
  readonly subject: string;
  readonly aggregate_version: number;
  readonly envelope: string;
  readonly not_before: string;
}

/** The order was placed. */
export function placed(order: FloorOrder, settled: Settled): FloorEvent {
  const { branchId, customerId, departureId, productId, authorId } = order;
  const { id, seats, total, created, holdsUntil } = settled;
  const data = {
    orderId: id,
    number: numberMark,
    branchId,
    customerId,
    departureId,
    productId,
    total: { amount: total, currency },
    seats,
    authorId,
    holdExpiresAt: holdsUntil,
  };
  return event(order, settled, { kind: 'placed', version: 1, notBefore: created, data });
}

/** The hold will be over. */
export function hold(order: FloorOrder, settled: Settled): FloorEvent {
  const { id, holdsUntil } = settled;
  const data = { orderId: id, holdExpiresAt: holdsUntil };
  return event(order, settled, { kind: 'hold-expiry-due', version: 0, notBefore: holdsUntil, data });
}

interface Message {
  readonly kind: string;
  readonly version: number;
  readonly notBefore: string;
  readonly data: object;
}

function event(
  { agencyId }: FloorOrder,
  { id: subject, created }: Settled,
  { kind, version, notBefore, data }: Message,
): FloorEvent {
  const id = newId();
  const envelope = {
    specversion: '1.0',
    id,
    type: `booking.order.${kind}.v1`,
    source: '/yitu/booking',
    subject,
    time: created,
    datacontenttype: 'application/json',
    agencyid: agencyId,
    aggregateversion: version,
    // As long as a real one.
    traceparent: '00-00000000000000000000000000000000-0000000000000000-01',
    data,
  };
  return {
    id,
    subject: `evt.${agencyId}.booking.order.${kind}.v1`,
    aggregate_version: version,
    envelope: JSON.stringify(envelope),
    not_before: notBefore,
  };
}
