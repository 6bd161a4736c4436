import type { UnitOfWork } from '@yitu/persistence';
import type { Order } from '../orders/order.ts';
import { builtInPolicies, policyOn, type CancellationPolicy, type Scale } from '../cancellations/policy.ts';

export const policySources = ['built-in', 'agency', 'product'] as const;

/** A policy with where it comes from. */
export interface AppliedPolicy extends CancellationPolicy {
  readonly source: (typeof policySources)[number];
}

export interface Row {
  readonly productId: string | null;
  readonly version: number;
  readonly validFrom: string;
  readonly homeCountry: string;
  readonly refundWithinWorkingDays: number;
  readonly domestic: Scale;
  readonly outbound: Scale;
}

/**
 * The policy for a product's orders placed at a moment: the product's own, else the agency's, else the built-in one. Policies are added and never
 * changed, so an order keeps the one it was placed under.
 */
export async function policyOf(
  uow: UnitOfWork,
  productId: string | undefined,
  at: Temporal.Instant,
): Promise<AppliedPolicy> {
  const [own] = await uow.rows<Row>(
    `select product_id as "productId", version, valid_from::date::text as "validFrom", home_country as "homeCountry",
       refund_within_working_days as "refundWithinWorkingDays", domestic, outbound
     from booking.cancellation_policies
     where agency_id = ? and (product_id = ?::uuid or product_id is null) and valid_from <= ?
     order by product_id nulls last, version desc limit 1`,
    [uow.agencyId, productId ?? null, at.toString()],
  );
  if (!own) return { ...builtIn(at), source: 'built-in' };
  const { productId: ofProduct, ...policy } = own;
  return { ...policy, source: ofProduct === null ? 'agency' : 'product' };
}

/** The policy an order was placed under, wherever it has been moved since. */
export const policyOfOrder = (
  uow: UnitOfWork,
  order: Pick<Order, 'productId' | 'policyProductId' | 'createdAt'>,
): Promise<AppliedPolicy> => policyOf(uow, order.policyProductId ?? order.productId, order.createdAt);

/** The scales of the law's model contracts in force at a moment. */
export const builtIn = (at: Temporal.Instant): CancellationPolicy =>
  policyOn(at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(), builtInPolicies);
