import { addDays, type FieldProblem } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import { checkOnce } from '../../once.ts';
import type { PriceCategory } from '../../pricing/price.ts';
import type { Reduction } from '../compute.ts';
import { quotationErrors } from '../errors.ts';
import type { Draft } from './draft.ts';

/** A quotation is valid for a year at most. */
const longestDays = 366;

/** Minor units: lines times counts stay far below what a column holds. */
const largestTotal = 10n ** 17n;

/**
 * Whether what is written fits together.
 * @param date the agency's day @throws booking/quotation-contents naming each field and rule, category-twice
 */
export function checkDraft(draft: Draft, date: string): void {
  checkOnce(draft.counts, ({ category }) => category, '/body/counts', errors.categoryTwice);
  const { departureId, counts, lines, currency, shownIn, validUntil } = draft;
  const fields: (FieldProblem | undefined)[] = [
    when(counts.length + lines.length === 0, '/body/lines', 'any', '至少要有一项', 'must not be empty'),
    when(
      departureId === undefined && counts.length > 0,
      ...(['/body/counts', 'departure', '须先指定团期', 'belongs to a departure'] as const),
    ),
    when(
      departureId === undefined && currency === undefined,
      ...(['/body/currency', 'required', '没有团期时必填', 'is required without a departure'] as const),
    ),
    when(
      shownIn !== undefined && (shownIn.rate === undefined) !== (shownIn.source === undefined),
      ...(['/body/shownIn/source', 'with-rate', '汇率与来源须同时填写', 'goes with the rate'] as const),
    ),
    when(validUntil < date, '/body/validUntil', 'not-past', '不能早于今天', 'is in the past'),
    when(
      validUntil > addDays(date, longestDays),
      ...(['/body/validUntil', 'within-a-year', '最长一年', 'is more than a year away'] as const),
    ),
    ...counts.map(({ discount }, index) => share(discount, `/body/counts/${index}/discount`)),
    ...lines.map(({ discount }, index) => share(discount, `/body/lines/${index}/discount`)),
    ...draft.discounts.map((discount, index) => share(discount, `/body/discounts/${index}`)),
    ...lines.map(({ unitCost, netRate }, index) =>
      when(
        unitCost !== undefined && netRate !== undefined,
        ...([
          `/body/lines/${index}/unitCost`,
          'one-cost',
          '成本与协议价只能填一项',
          'goes without a net rate',
        ] as const),
      ),
    ),
  ];
  refuse(fields);
}

/** Single rooms are for adults who are bought too. @throws booking/single-rooms-exceed-adults */
export function checkCounts(counts: readonly { category: PriceCategory; count: number }[]): void {
  const of = (category: PriceCategory) => counts.find((one) => one.category === category)?.count ?? 0;
  if (of('single-supplement') > of('adult')) throw errors.singleRoomsExceedAdults();
}

/** @throws booking/amount-too-large */
export function checkTotal(subtotal: bigint): void {
  if (subtotal > largestTotal) throw errors.amountTooLarge();
}

function refuse(fields: readonly (FieldProblem | undefined)[]): void {
  const broken = fields.filter((one) => one !== undefined);
  if (broken.length > 0) throw quotationErrors.quotationContents({ fields: broken });
}

function when(
  broken: boolean,
  field: string,
  rule: string,
  zh: string,
  en: string,
): FieldProblem | undefined {
  return broken ? { field, rule, message: { zh, en } } : undefined;
}

const share = (discount: Draft['counts'][number]['discount'], field: string) =>
  when(
    discount?.kind === 'percent' && BigInt(discount.value) > 10_000n,
    ...([`${field}/value`, 'share', '不能超过 100%', 'must not be more than 100 %'] as const),
  );

/** The currency a quotation is in. @throws booking/quotation-contents where another one is asked for than its departure's */
export function currencyOf(asked: string | undefined, ofDeparture: string | undefined): string {
  if (ofDeparture !== undefined && asked !== undefined && asked !== ofDeparture)
    refuse([when(true, '/body/currency', 'departure', '须与团期币种一致', 'must be that of the departure')]);
  const currency = ofDeparture ?? asked;
  if (currency === undefined) throw new Error('checkDraft asks for a currency where there is no departure');
  return currency;
}

export const reductionFrom = (discount: Draft['counts'][number]['discount']): Reduction | null =>
  discount ? { kind: discount.kind, value: BigInt(discount.value) } : null;
