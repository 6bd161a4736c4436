import type { Texts } from '@yitu/kernel';
import { today } from '@yitu/kernel';
import { agencyOf } from '@yitu/directory';
import type { UnitOfWork } from '@yitu/persistence';
import { branchKindOf, channelOf } from '../../branches/selling-channel.ts';
import { checkCoupons, couponsOf } from '../../coupons/check-coupons.ts';
import { Departure } from '../../departures/departure.ts';
import { errors } from '../../errors.ts';
import { offerOf } from '../../orders/place-order/offer-of.ts';
import { pricedLines } from '../../pricing/lines.ts';
import type { PriceCategory, Priced } from '../../pricing/price.ts';
import { Product } from '../../products/product.ts';
import { quotationRulesInForce } from '../../rules/quotation-rules.ts';
import { netRateOn } from '../../suppliers/rates.ts';
import { computeQuotation, type Computed, type PlainLine } from '../compute.ts';
import type { Content } from '../content.ts';
import { checkCounts, checkDraft, checkTotal, currencyOf, reductionFrom } from './decide.ts';
import type { Draft } from './draft.ts';
import { shownIn } from './shown-in.ts';

/** A line with what is kept of it beside its figures. */
type Line = PlainLine & Pick<Content['lines'][number], 'kind' | 'category' | 'text' | 'supplier'>;

export interface Composed {
  readonly content: Content;
  readonly computed: Computed;
  readonly expiresAt: Temporal.Instant;
  /** Of the agency's day. */
  readonly year: number;
}

/** Who is quoted to, and by which branch: what an agent pays depends on it. */
interface For {
  readonly customerId: string;
  readonly customerCategory: string;
  readonly branchId: string;
}

/**
 * What a quotation says by its draft: prices of the departure by the price table in the branch's channel, costs by net rates, coupons as they stand, the rate as it is now.
 * @throws what the drafts of its parts are refused with
 */
export async function compose(
  uow: UnitOfWork,
  draft: Draft,
  { customerId, customerCategory, branchId }: For,
): Promise<Composed> {
  const { timeZone } = await agencyOf(uow);
  const date = today(uow.now, timeZone);
  checkDraft(draft, date);
  const sold = await soldOf(uow, draft.departureId, branchId);
  const channel = channelOf(uow.member, await branchKindOf(uow, branchId), draft.channel);
  const currency = currencyOf(draft.currency, sold?.currency);
  const lines = [
    ...departureLines(draft, sold ?? { prices: [] }, { customerCategory, channel }),
    ...(await freeLines(uow, draft, currency)),
  ];
  const discounts = draft.discounts.map((discount) => reductionFrom(discount)).filter((one) => one !== null);
  const coupons = await couponsOf(uow, draft.coupons, customerId);
  const { beforeCoupons: amount } = computeQuotation(lines, discounts, []);
  const { productId = null, productKind = null } = sold ?? {};
  checkCoupons(coupons, { currency, productId, productKind, date, amount });
  const computed = computeQuotation(
    lines,
    discounts,
    coupons.map(({ cap, ...coupon }) => ({ ...coupon, cap: cap ?? undefined })),
  );
  checkTotal(computed.subtotal);
  const shown = await shownIn(uow, draft.shownIn, { currency, computed, date });
  const { discountWithoutCost: discountLimit } = await quotationRulesInForce(uow);
  const { validUntil, note } = draft;
  return {
    content: {
      ...{ customerCategory, channel, currency, shown, validUntil, note },
      departure: sold?.departure ?? null,
      discounts: draft.discounts,
      coupons: coupons.map(({ code, campaignId, name }) => ({ code, campaignId, name })),
      ...written(lines, draft, computed),
      ...{ discountLimit, overDiscountLimit: computed.takenWithoutCost > discountLimit },
    },
    computed,
    expiresAt: Temporal.PlainDate.from(validUntil).add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
    year: Temporal.PlainDate.from(date).year,
  };
}

/** What is known of the departure that is quoted. @throws booking/no-such-departure, departure-not-open */
async function soldOf(uow: UnitOfWork, departureId: string | undefined, branchId: string) {
  if (departureId === undefined) return undefined;
  const { state, currency, prices, agentTerms, productId } = await offerOf(uow, departureId, branchId);
  if (state !== 'open' && state !== 'guaranteed') throw errors.departureNotOpen({ state });
  const { groupNumber, departsOn, returnsOn } = await uow.get(Departure, departureId);
  const { name: productName, kind: productKind } = await uow.get(Product, productId);
  const departure = { productId, productName, groupNumber, departsOn, returnsOn };
  return { currency, prices, agentTerms, productId, productKind, departure };
}

const categoryNames: Readonly<Record<PriceCategory, Texts>> = {
  adult: { zh: '成人', en: 'Adult' },
  'child-with-bed': { zh: '儿童（占床）', en: 'Child with bed' },
  'child-without-bed': { zh: '儿童（不占床）', en: 'Child without bed' },
  infant: { zh: '婴儿', en: 'Infant' },
  'single-supplement': { zh: '单房差', en: 'Single supplement' },
};

function departureLines(
  { counts }: Draft,
  offer: Priced,
  buyer: Pick<Content, 'customerCategory' | 'channel'>,
): Line[] {
  checkCounts(counts);
  const priced = pricedLines(offer, counts, 0, buyer);
  return counts.map(({ category, count, unitCost, discount }, index) => ({
    ...{ kind: 'departure' as const, category, text: categoryNames[category], count, supplier: null },
    unitPrice: priced[index]?.unitPrice ?? 0n, // one for each count
    unitCost: unitCost === undefined ? null : BigInt(unitCost),
    costProven: false,
    discount: reductionFrom(discount),
  }));
}

async function freeLines(uow: UnitOfWork, { lines }: Draft, currency: string): Promise<Line[]> {
  const free: Line[] = [];
  for (const [index, { kind, text, count, unitPrice, unitCost, netRate, discount }] of lines.entries()) {
    const field = `/body/lines/${index}/netRate`;
    const rate = netRate && (await netRateOn(uow, netRate, { currency, count, field }));
    const typed = unitCost === undefined ? null : BigInt(unitCost);
    free.push({
      ...{ kind, category: null, text, count, unitPrice: BigInt(unitPrice) },
      unitCost: rate ? rate.amount : typed,
      costProven: rate !== undefined,
      supplier: netRate && rate ? { ...netRate, rateId: rate.id } : null,
      discount: reductionFrom(discount),
    });
  }
  return free;
}

/** The figures as they are kept. */
function written(
  lines: readonly Line[],
  { counts, lines: free }: Draft,
  computed: Computed,
): Pick<
  Content,
  | 'lines'
  | 'steps'
  | 'subtotal'
  | 'total'
  | 'cost'
  | 'costedNet'
  | 'costComplete'
  | 'belowCost'
  | 'takenWithoutCost'
> {
  const discounts = [...counts, ...free].map(({ discount }) => discount ?? null);
  return {
    lines: lines.map(({ kind, category, text, count, unitPrice, unitCost, supplier }, index) => ({
      ...{ kind, category, text, count, supplier },
      unitPrice: unitPrice.toString(),
      amount: (computed.lines[index]?.amount ?? 0n).toString(), // one for each line
      discount: discounts[index] ?? null,
      net: (computed.lines[index]?.net ?? 0n).toString(),
      unitCost: unitCost?.toString() ?? null,
    })),
    steps: computed.steps.map(({ kind, index, before, reduction, after }) => ({
      ...{ kind, index, before: before.toString(), reduction: reduction.toString(), after: after.toString() },
    })),
    subtotal: computed.subtotal.toString(),
    total: computed.total.toString(),
    cost: computed.cost.toString(),
    costedNet: computed.costedNet.toString(),
    costComplete: computed.costComplete,
    belowCost: computed.belowCost,
    takenWithoutCost: computed.takenWithoutCost,
  };
}
