import type { OrderDetail } from '../../../api/gen/booking.ts';

type Line = Pick<OrderDetail['lines'][number], 'category' | 'place' | 'text' | 'count'>;
type Ordered = Pick<OrderDetail, 'travellers' | 'seats'> & { readonly lines: readonly Line[] };

/** Something of an order that goes by itself: one traveller, a room alone, or what was quoted beside. */
export interface OrderPart {
  readonly key: string;
  readonly category: Line['category'];
  readonly place: number;
  readonly text: Line['text'];
  readonly count: number;
  /** Who it is, where the order names them. */
  readonly travellerId?: string;
  /** Rooms alone that cannot stay without them. */
  readonly singleRooms: number;
}

const nobody: readonly string[] = ['single-supplement', 'quoted-extras'];

/** What of an order may be cancelled by itself. Whoever has the last seat cancels all of it. */
export function partsOf({ lines, travellers, seats }: Ordered): readonly OrderPart[] {
  const alone = lines.find(({ category }) => category === 'single-supplement')?.count ?? 0;
  return lines.flatMap((line): OrderPart[] => {
    const { category, place, text, count } = line;
    if (nobody.includes(category)) {
      const going = category === 'quoted-extras' ? count : 1;
      return [{ key: `${category} ${place}`, category, place, text, count: going, singleRooms: 0 }];
    }
    if (category !== 'infant' && seats === 1) return [];
    const singleRooms = category === 'adult' && alone >= count ? 1 : 0;
    const one = { category, place, text, count: 1, singleRooms };
    const named = travellers.filter((traveller) => traveller.category === category);
    return [
      ...named.map(({ travellerId }) => ({ ...one, key: travellerId, travellerId })),
      ...(named.length < count ? [{ ...one, key: category }] : []),
    ];
  });
}

/** A part as booking takes it. */
export const asPart = ({ category, place, count, travellerId, singleRooms }: OrderPart) => ({
  ...{ category, place, count, singleRooms, travellerIds: travellerId ? [travellerId] : [] },
});
