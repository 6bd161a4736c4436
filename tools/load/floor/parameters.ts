import { newId } from '@yitu/kernel';
import { hold, placed, type FloorEvent } from './events.ts';
import { currency, numberMark, settle, times, type FloorOrder, type Settled } from './order.ts';

/** The statement's parameters in its order, and the answer without its number. @param key the Idempotency-Key */
export function parametersOf(order: FloorOrder, key: string) {
  const settled = settle(order);
  const { id, created, holdsUntil, seats, total } = settled;
  const answer = answerOf(order, settled);
  const text = JSON.stringify(answer);
  const { agencyId, departureId, branchId, branchCode, authorId, customerId, productId, note } = order;
  const year = Number(created.slice(0, 4));
  const head = [
    agencyId,
    departureId,
    seats,
    branchId,
    year,
    id,
    branchCode,
    authorId,
    customerId,
    productId,
  ];
  const amounts = [currency, total, holdsUntil, note, created];
  const rows = [lines(order), travellers(order), outbox(order, settled), [{ id: newId(), after: text }]];
  const values = [
    ...head,
    ...amounts,
    ...rows.map((row) => JSON.stringify(row)),
    key,
    key,
    text,
    `person:${authorId}`,
  ];
  return { values, answer };
}

function answerOf(order: FloorOrder, { id, created, holdsUntil, seats, total }: Settled) {
  const { branchId, authorId, customerId, departureId, productId, note } = order;
  return {
    id,
    number: numberMark,
    branchId,
    authorId,
    customerId,
    departureId,
    productId,
    state: 'in-review',
    total: { amount: total, currency },
    paid: { amount: '0', currency },
    seats,
    holdExpiresAt: holdsUntil,
    reviewerId: null,
    returnReason: null,
    note,
    version: 1,
    createdAt: created,
  };
}

const lines = ({ counts, unitPrice }: FloorOrder) =>
  counts.map(({ category, count }) => ({
    category,
    count,
    unit_price: unitPrice,
    amount: times(unitPrice, count),
  }));

const travellers = ({ travellers: named }: FloorOrder) =>
  named.map(({ travellerId, category }) => ({ traveller_id: travellerId, category }));

const outbox = (order: FloorOrder, settled: Settled): FloorEvent[] => [
  placed(order, settled),
  hold(order, settled),
];
