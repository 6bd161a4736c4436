import type { QuotationDetail } from '../../api/gen/booking.ts';
import type { PriceCategory } from '../selling/words.ts';

export const lineKinds = ['hotel', 'ticket', 'transfer', 'guide', 'insurance', 'other'] as const;
type LineKind = (typeof lineKinds)[number];

/** As the services take it: minor units, or hundredths of a percent. */
export interface Discount {
  readonly kind: 'fixed' | 'percent';
  readonly value: string;
}

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What is entered of a quotation. */
export interface QuotationForm {
  readonly customerId?: string;
  readonly productId?: string;
  readonly departureId?: string;
  readonly currency?: string;
  readonly counts: readonly {
    readonly category: PriceCategory;
    readonly count: number;
    readonly unitCost?: string | null;
    readonly discount?: Discount | null;
  }[];
  readonly lines: readonly {
    readonly kind: LineKind;
    readonly text: Text;
    readonly count: number;
    readonly unitPrice: string;
    readonly unitCost?: string | null;
    readonly discount?: Discount | null;
  }[];
  readonly discounts: readonly { readonly name: Text; readonly discount?: Discount | null }[];
  readonly coupons: readonly string[];
  readonly shownIn?: string;
  readonly validUntil: string;
  readonly note?: string;
}

const optional = ({ unitCost, discount }: { unitCost?: string | null; discount?: Discount | null }) => ({
  ...(unitCost && { unitCost }),
  ...(discount && discount.value !== '' && { discount }),
});

/** What the services take. @param agencyCurrency of what has no departure and says nothing else */
export function quotationBody(form: QuotationForm, agencyCurrency: string) {
  const { departureId, currency, counts, lines, discounts, coupons, shownIn, validUntil, note = '' } = form;
  return {
    ...(departureId ? { departureId } : { currency: currency ?? agencyCurrency }),
    counts: departureId
      ? counts.map((one) => ({ category: one.category, count: one.count, ...optional(one) }))
      : [],
    lines: lines.map((line) => ({
      ...{ kind: line.kind, text: line.text, count: line.count, unitPrice: line.unitPrice },
      ...optional(line),
    })),
    discounts: discounts.flatMap(({ name, discount }) => (discount ? [{ ...discount, name }] : [])),
    coupons: [...coupons],
    ...(shownIn && { shownIn: { currency: shownIn } }),
    validUntil,
    note,
  };
}

/** A quotation as its form has it, for the next revision. */
export function formOf({ departureId, content }: QuotationDetail): QuotationForm {
  const kindOf = (kind: string) => lineKinds.find((one) => one === kind);
  return {
    ...(departureId && { departureId }),
    ...(content.departure && { productId: content.departure.productId }),
    currency: content.currency,
    counts: content.lines.flatMap(({ category, count, unitCost, discount }) =>
      category ? [{ category, count, unitCost: unitCost ?? null, discount }] : [],
    ),
    lines: content.lines.flatMap(({ kind: said, text, count, unitPrice, unitCost, discount }) => {
      const kind = kindOf(said);
      return kind ? [{ kind, text, count, unitPrice, unitCost: unitCost ?? null, discount }] : [];
    }),
    discounts: content.discounts.map(({ name, kind, value }) => ({ name, discount: { kind, value } })),
    coupons: content.coupons.map(({ code }) => code),
    ...(content.shown && { shownIn: content.shown.currency }),
    validUntil: content.validUntil,
    note: content.note,
  };
}
