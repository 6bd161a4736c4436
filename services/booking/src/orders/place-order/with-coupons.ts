import type { UnitOfWork } from '@yitu/persistence';
import { checkCoupons, couponsOf, type Coupon } from '../../coupons/check-coupons.ts';
import { Product } from '../../products/product.ts';
import { computeQuotation } from '../../quotations/compute.ts';
import type { Placing } from './decide.ts';

/** For whom coupons are taken off what, on which of the agency's days. */
interface Sale {
  readonly customerId: string;
  readonly productId: string;
  readonly currency: string;
  readonly date: string;
}

type Reckoned = Omit<Placing, 'holdExpiresAt'>;

/**
 * What an order comes to with coupons, by the rules and in the order of quotations. Whether they are still there is decided by the statement that takes
 * them with the seats.
 * @throws booking/coupon-does-not-apply
 */
export async function withCoupons<Wanted extends Reckoned>(
  uow: UnitOfWork,
  reckoned: Wanted,
  codes: readonly string[],
  sale: Sale,
): Promise<Wanted & { readonly coupons: readonly Coupon[] }> {
  const coupons = await couponsOf(uow, codes, sale.customerId);
  return { ...(await takeOff(uow, reckoned, coupons, sale)), coupons };
}

/**
 * What an order comes to when it is changed: the coupons it has reserved are its own, whatever has become of their campaigns, but what they ask for is
 * asked of the new order too.
 * @throws booking/coupon-does-not-apply
 */
export async function withReserved<Wanted extends Reckoned>(
  uow: UnitOfWork,
  reckoned: Wanted,
  codes: readonly string[],
  sale: Sale,
): Promise<Wanted> {
  const own = { state: 'active', left: 1, leftOfCode: 1, leftOfCustomer: 1 };
  const coupons = await couponsOf(uow, codes, sale.customerId);
  const reserved = coupons.map((coupon) => ({ ...coupon, ...own, validFrom: sale.date, validTo: sale.date }));
  return takeOff(uow, reckoned, reserved, sale);
}

async function takeOff<Wanted extends Reckoned>(
  uow: UnitOfWork,
  reckoned: Wanted,
  coupons: readonly Coupon[],
  { productId, currency, date }: Sale,
): Promise<Wanted> {
  const { kind: productKind } = await uow.get(Product, productId);
  const plain = reckoned.lines.map(({ count, unitPrice }) => ({
    ...{ count, unitPrice, unitCost: null, costProven: false, discount: null },
  }));
  checkCoupons(coupons, { currency, productId, productKind, date, amount: reckoned.total });
  const { lines: priced, total } = computeQuotation(
    plain,
    [],
    coupons.map(({ cap, ...coupon }) => ({ ...coupon, cap: cap ?? undefined })),
  );
  const lines = reckoned.lines.map((line, index) => {
    const amount = priced[index]?.net ?? line.amount; // one for each line
    return { ...line, amount, discount: line.amount - amount };
  });
  return { ...reckoned, lines, total };
}
