import type { OrderDetail } from '../../../api/gen/booking.ts';
import { lineKey } from '../../selling/words.ts';

/** How an order or a part of it is cancelled. */
export type Kind = 'customer' | 'break-off' | 'agency' | 'no-show';

/** What is entered of a cancellation. */
export interface CancelForm {
  readonly scope: 'whole' | 'part';
  readonly cause: 'agency' | 'force-majeure';
  /** Which line of the order. */
  readonly line?: string;
  readonly count?: number | null;
  readonly travellerIds?: readonly string[];
  readonly singleRooms?: number | null;
  readonly noticeArrivedAt?: string | null;
  readonly provenCost?: string | null;
  readonly proof?: string;
  readonly reason: string;
}

type Said = Partial<CancelForm>;
type Ordered = Pick<OrderDetail, 'state' | 'lines' | 'travellers'>;

/** The line of an order that is meant, while there is one. */
export const lineOf = ({ lines }: Pick<Ordered, 'lines'>, key: string | undefined) =>
  lines.find((one) => lineKey(one) === key);

/** How many of a category's named travellers have to go at least, when so many of it go: the others are not enough. */
export function namesNeeded({ lines, travellers }: Ordered, category: string, count: number): number {
  const ordered = lines.find((line) => line.category === category)?.count ?? 0;
  const named = travellers.filter((one) => one.category === category).length;
  return Math.max(0, named - (ordered - count));
}

/** What the preview is asked with; nothing while it is not said yet which part, or who. */
export function previewOf(order: Ordered, kind: Kind, said: Said) {
  const { scope, line: key, count, travellerIds = [], singleRooms, noticeArrivedAt, provenCost } = said;
  const part = kind !== 'agency' && scope === 'part';
  // It may just have been cancelled: then there is nothing to preview any more.
  if (order.state === 'cancelled') return undefined;
  const line = lineOf(order, key);
  if (part && !line) return undefined;
  const gone = (id: string) => !order.travellers.some(({ travellerId }) => travellerId === id);
  if (part && travellerIds.some(gone)) return undefined;
  const missing = part && line && travellerIds.length < namesNeeded(order, line.category, count ?? 1);
  if (missing || (part && travellerIds.length > (count ?? 1))) return undefined;
  return {
    cause: causeOf(kind, said),
    ...(noticeArrivedAt && kind !== 'no-show' && { noticeArrivedAt }),
    ...(kind !== 'agency' && provenCost && provenCost !== '0' && { provenCost }),
    ...(part && line && { category: line.category }),
    place: (part && line?.place) || 0,
    ...(part && travellerIds.length > 0 && { travellerIds: travellerIds.join(',') }),
    count: (part && count) || 1,
    singleRooms: (part && singleRooms) || 0,
  };
}

function causeOf(kind: Kind, { cause = 'agency' }: Said): 'customer' | 'no-show' | CancelForm['cause'] {
  if (kind === 'agency') return cause;
  return kind === 'no-show' ? kind : 'customer';
}

/** The part a form speaks of, as the services take it. */
export function partOf(order: Ordered, { scope, line: key, count, travellerIds = [], singleRooms }: Said) {
  const line = lineOf(order, key);
  if (scope !== 'part' || !line) return undefined;
  const { category, place } = line;
  return {
    category,
    place,
    count: count ?? 1,
    travellerIds: [...travellerIds],
    singleRooms: singleRooms ?? 0,
  };
}

/** The rest of it, whatever is cancelled. */
export const wordsOf = (
  { reason, noticeArrivedAt, provenCost, proof = '' }: CancelForm,
  currency: string,
) => ({
  reason,
  ...(noticeArrivedAt && { noticeArrivedAt }),
  ...(provenCost &&
    provenCost !== '0' && { provenCost: { amount: { amount: provenCost, currency }, proof } }),
});
