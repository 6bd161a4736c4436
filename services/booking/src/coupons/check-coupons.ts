import type { FieldProblem, Texts } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { checkOnce } from '../once.ts';
import { codeOf } from './campaign.ts';
import { couponErrors } from './errors.ts';

/** A code as it stands at this moment for one customer. */
export interface Coupon {
  readonly code: string;
  readonly campaignId: string;
  readonly name: Texts;
  readonly kind: 'fixed' | 'percent';
  readonly value: bigint;
  readonly cap: bigint | null;
  readonly currency: string;
  readonly state: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly minimumAmount: bigint;
  readonly productIds: readonly string[];
  readonly productKinds: readonly string[];
  readonly stackable: boolean;
  /** How often it can still be redeemed at all, with this code, by this customer. */
  readonly left: number;
  readonly leftOfCode: number;
  readonly leftOfCustomer: number;
}

/** What coupons are to be taken off. */
export interface Purchase {
  readonly currency: string;
  readonly productId: string | null;
  readonly productKind: string | null;
  /** The agency's day. */
  readonly date: string;
  /** Minor units before coupons. */
  readonly amount: bigint;
}

interface CouponRow extends Omit<Coupon, 'value' | 'cap' | 'minimumAmount'> {
  readonly value: string;
  readonly cap: string | null;
  readonly minimumAmount: string;
}

/** The coupons of some codes, in the order of the codes. @throws booking/coupon-does-not-apply for one that does not exist */
export async function couponsOf(
  uow: UnitOfWork,
  codes: readonly string[],
  customerId: string,
): Promise<Coupon[]> {
  if (codes.length === 0) return [];
  const rows = await uow.rows<CouponRow>(
    `select code.code, campaign.id as "campaignId", name, kind, value::text, cap::text, currency, state, valid_from::text as "validFrom",
       valid_to::text as "validTo", minimum_amount::text as "minimumAmount", product_ids as "productIds", product_kinds as "productKinds", stackable,
       total_limit - campaign.redeemed as left, per_code - code.redeemed as "leftOfCode",
       per_customer - coalesce((select used from booking.coupon_uses uses where uses.agency_id = campaign.agency_id
         and uses.campaign_id = campaign.id and uses.customer_id = ?), 0) as "leftOfCustomer"
     from booking.coupon_codes code join booking.coupon_campaigns campaign on campaign.agency_id = code.agency_id and campaign.id = code.campaign_id
     where code.agency_id = ? and code.code in (select jsonb_array_elements_text(?::jsonb))`,
    [customerId, uow.agencyId, JSON.stringify(codes.map(codeOf))],
  );
  return codes.map((code, index) => {
    const row = rows.find((one) => one.code === codeOf(code));
    if (!row)
      throw couponErrors.couponDoesNotApply(
        { code },
        {
          fields: [{ ...at(index), rule: 'exists', message: { zh: '没有这个优惠码', en: 'does not exist' } }],
        },
      );
    const { value, cap, minimumAmount } = row;
    const amounts = { value: BigInt(value), minimumAmount: BigInt(minimumAmount) };
    return { ...row, ...amounts, cap: cap === null ? null : BigInt(cap) };
  });
}

const at = (index: number) => ({ field: `/body/coupons/${index}` });

/**
 * Whether coupons may be used for a purchase. Whether they are still there is decided by the statement that redeems them.
 * @throws booking/coupon-does-not-apply naming the field and each rule
 */
export function checkCoupons(coupons: readonly Coupon[], purchase: Purchase): void {
  checkOnce(
    coupons,
    ({ code }) => code,
    '/body/coupons',
    (options) => couponErrors.couponDoesNotApply({ code: coupons[0]?.code ?? '' }, options),
  );
  for (const [index, coupon] of coupons.entries()) {
    const broken = rules.filter(({ holds }) => !holds(coupon, purchase, coupons.length));
    const fields: FieldProblem[] = broken.map(({ rule, message }) => ({ ...at(index), rule, message }));
    if (fields.length > 0) throw couponErrors.couponDoesNotApply({ code: coupon.code }, { fields });
  }
}

interface Rule {
  readonly rule: string;
  readonly message: Texts;
  readonly holds: (coupon: Coupon, purchase: Purchase, together: number) => boolean;
}

const rules: readonly Rule[] = [
  {
    rule: 'active',
    message: { zh: '活动已结束', en: 'belongs to a campaign that has ended' },
    holds: ({ state }) => state === 'active',
  },
  {
    rule: 'validity',
    message: { zh: '不在有效期内', en: 'is not valid on this day' },
    holds: ({ validFrom, validTo }, { date }) => validFrom <= date && date <= validTo,
  },
  {
    rule: 'currency',
    message: { zh: '币种不同', en: 'is in another currency' },
    holds: (coupon, { currency }) => coupon.currency === currency,
  },
  {
    rule: 'minimum-amount',
    message: { zh: '未达到最低消费金额', en: 'asks for a higher amount' },
    holds: ({ minimumAmount }, { amount }) => amount >= minimumAmount,
  },
  {
    rule: 'product',
    message: { zh: '不适用于该产品', en: 'is not for this product' },
    holds: ({ productIds }, { productId }) =>
      productIds.length === 0 || productIds.some((id) => id === productId),
  },
  {
    rule: 'product-kind',
    message: { zh: '不适用于该类产品', en: 'is not for products of this kind' },
    holds: ({ productKinds }, { productKind }) =>
      productKinds.length === 0 || productKinds.some((kind) => kind === productKind),
  },
  {
    rule: 'stackable',
    message: { zh: '不能与其他优惠券同时使用', en: 'cannot be used together with others' },
    holds: ({ stackable }, _purchase, together) => stackable || together === 1,
  },
  {
    rule: 'per-customer',
    message: { zh: '该客户的使用次数已满', en: 'was used by this customer as often as it may be' },
    holds: ({ leftOfCustomer }) => leftOfCustomer > 0,
  },
  {
    rule: 'total-limit',
    message: { zh: '已被用完', en: 'is used up' },
    holds: ({ left, leftOfCode }) => left > 0 && leftOfCode > 0,
  },
];
