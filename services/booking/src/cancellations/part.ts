import { isNobody, singleSupplement, takesSeat, type LineCategory } from '../pricing/price.ts';
import type { Texts } from '@yitu/kernel';
import { errors } from '../errors.ts';
import type { NamedTraveller } from '../orders/named-travellers.ts';
import { cancellationErrors } from './errors.ts';

/** A line of an order; amounts are minor units. */
export interface OrderedLine {
  readonly category: LineCategory;
  /** Which of its category. */
  readonly place: number;
  readonly text?: Texts | null | undefined;
  readonly count: number;
  readonly unitPrice: bigint;
  /** What a quotation has taken off the whole line. */
  readonly discount: bigint;
}

/** What of an order is cancelled: travellers of one category, the rooms alone of those among them, or rooms alone or what was quoted beside by itself. */
export interface PartWish {
  readonly category: LineCategory;
  /** Which of its category: of what was quoted beside there may be several. */
  readonly place?: number | undefined;
  readonly count: number;
  /** Those of them who are named; the others have no names yet. */
  readonly travellerIds?: readonly string[] | undefined;
  readonly singleRooms?: number | undefined;
}

export interface CancelledPart {
  readonly lines: readonly OrderedLine[];
  readonly travellerIds: readonly string[];
  readonly fee: bigint;
  readonly seats: number;
  readonly rest: readonly OrderedLine[];
}

/** Minor units. */
export const feeOf = (lines: readonly OrderedLine[]): bigint =>
  lines.reduce((sum, { count, unitPrice, discount }) => sum + BigInt(count) * unitPrice - discount, 0n);

/** Everybody who travels, infants too: a room alone is nobody, nor are a quotation's extras. */
export const headsOf = (lines: readonly OrderedLine[]): number =>
  countOf(lines, (category) => !isNobody(category));

const countOf = (lines: readonly OrderedLine[], counts: (category: LineCategory) => boolean): number =>
  lines.filter(({ category }) => counts(category)).reduce((sum, { count }) => sum + count, 0);

/**
 * Takes a part out of an order. With the last seat the whole order is cancelled: then nothing is left.
 * @throws booking/no-such-part, travellers-exceed-counts, single-rooms-exceed-adults
 */
export function partOf(
  lines: readonly OrderedLine[],
  travellers: readonly NamedTraveller[],
  { category, place = 0, count, travellerIds = [], singleRooms = 0 }: PartWish,
): CancelledPart {
  const rooms = isNobody(category) ? 0 : singleRooms;
  const cut: Cut[] = [
    { category, place, count },
    { category: singleSupplement, place: 0, count: rooms },
  ];
  const rest = cut.reduce(without, lines);
  if (countOf(rest, takesSeat) === 0) return wholeOf(lines, travellers);
  checkNames(travellers, rest, category, travellerIds);
  const [adults, alone] = (['adult', singleSupplement] as const).map((one) =>
    countOf(rest, (other) => other === one),
  );
  if ((alone ?? 0) > (adults ?? 0)) throw errors.singleRoomsExceedAdults({ fields: [singleRoomsStay] });
  const some = cut.filter((one) => one.count > 0);
  const cancelled = some.map((one) => cutOff(lineOf(lines, one), one.count));
  return {
    ...{ lines: cancelled, travellerIds, rest },
    ...{ fee: feeOf(cancelled), seats: countOf(cancelled, takesSeat) },
  };
}

/** All of an order. */
export const wholeOf = (
  lines: readonly OrderedLine[],
  travellers: readonly NamedTraveller[],
): CancelledPart => ({
  ...{ lines, travellerIds: travellers.map(({ travellerId }) => travellerId), rest: [] },
  ...{ fee: feeOf(lines), seats: countOf(lines, takesSeat) },
});

type Cut = Pick<OrderedLine, 'category' | 'place' | 'count'>;

/** Whether two speak of the same line of an order. */
export const isSameLine = (
  one: Pick<OrderedLine, 'category' | 'place'>,
  other: Pick<OrderedLine, 'category' | 'place'>,
): boolean => one.category === other.category && one.place === other.place;

function without(lines: readonly OrderedLine[], cut: Cut): readonly OrderedLine[] {
  const { count } = cut;
  if (count === 0) return lines;
  const left = lineOf(lines, cut).count - count;
  if (left < 0) throw noSuchPart('/body/count');
  return lines.flatMap((line) => {
    if (!isSameLine(line, cut)) return [line];
    return left > 0 ? [{ ...line, count: left, discount: line.discount - cutOff(line, count).discount }] : [];
  });
}

/** So many of a line with their share of its discount, rounded down: what is left keeps the rest, so that none of it is lost. */
const cutOff = (line: OrderedLine, count: number): OrderedLine => ({
  ...line,
  count,
  discount: (line.discount * BigInt(count)) / BigInt(line.count),
});

function lineOf(lines: readonly OrderedLine[], cut: Cut): OrderedLine {
  const line = lines.find((one) => isSameLine(one, cut));
  if (!line) throw noSuchPart(cut.place === 0 ? '/body/category' : '/body/place');
  return line;
}

function checkNames(
  travellers: readonly NamedTraveller[],
  rest: readonly OrderedLine[],
  category: LineCategory,
  leaving: readonly string[],
): void {
  const named = travellers.filter((one) => one.category === category);
  if (leaving.some((id) => !named.some(({ travellerId }) => travellerId === id)))
    throw noSuchPart('/body/travellerIds');
  const staying = named.filter(({ travellerId }) => !leaving.includes(travellerId)).length;
  const left = countOf(rest, (one) => one === category);
  if (staying > left) throw errors.travellersExceedCounts({ category });
}

const noSuchPart = (field: string) =>
  cancellationErrors.noSuchPart({ fields: [{ field, rule: 'of-the-order', message: ofTheOrder }] });

const ofTheOrder = { zh: '须属于该订单', en: 'must be of the order' };
const singleRoomsStay = {
  field: '/body/singleRooms',
  rule: 'single-rooms',
  message: { zh: '剩余单人房不能多于剩余成人', en: 'must leave no more single rooms than adults' },
};
