import type { Operation } from '../history/operation.ts';
import type { LoadedAgency } from '../load/agency.ts';
import type { CampaignSeen, CouponSeen, CreditSeen, OrderSeen } from './facts.ts';

interface CampaignView extends Pick<CampaignSeen, 'id' | 'totalLimit' | 'perCustomer' | 'redeemed'> {
  readonly codes: readonly { readonly code: string; readonly redeemed: number }[];
}

/** The campaigns whose coupons orders were placed with. */
export async function readCampaigns({ people, campaigns }: LoadedAgency): Promise<CampaignSeen[]> {
  const read: CampaignSeen[] = [];
  for (const { id, code } of campaigns) {
    const path = `/api/booking/v1/coupon-campaigns/${id}`;
    const { totalLimit, perCustomer, redeemed, codes } = await people.reviewer.api().get<CampaignView>(path);
    const redeemedByCode = codes.reduce((sum, one) => sum + one.redeemed, 0);
    read.push({ id, code, totalLimit, perCustomer, redeemed, redeemedByCode });
  }
  return read;
}

/** The coupons of all orders that were asked for with one. */
export async function readCoupons(
  { people }: LoadedAgency,
  orders: readonly OrderSeen[],
  operations: readonly Operation[],
): Promise<CouponSeen[]> {
  const marks = new Set(operations.filter(isWithCoupon).map(({ id }) => id));
  const read: CouponSeen[] = [];
  for (const { id: orderId } of orders.filter(({ mark }) => marks.has(mark))) {
    const path = `/api/booking/v1/orders/${orderId}`;
    const { coupons } = await people.cashier.api().get<{ coupons: Omit<CouponSeen, 'orderId'>[] }>(path);
    read.push(...coupons.map(({ code, givenBack }) => ({ orderId, code, givenBack })));
  }
  return read;
}

/** Whether an order was asked for with a coupon. */
export const isWithCoupon = ({ name }: Pick<Operation, 'name'>): boolean => name === 'place-with-coupon';

interface CreditView {
  readonly credits: readonly {
    readonly limit: { readonly amount: string } | null;
    readonly used: { readonly amount: string };
  }[];
}

/** The credit of the franchise branch. */
export async function readCredits({ people, franchise }: LoadedAgency): Promise<CreditSeen[]> {
  const { id: branchId } = franchise;
  const path = `/api/booking/v1/branch-credits/${branchId}`;
  const { credits } = await people.cashier.api().get<CreditView>(path);
  return credits.map(({ limit, used }) => ({
    ...{ branchId, used: BigInt(used.amount), limit: limit ? BigInt(limit.amount) : undefined },
  }));
}
