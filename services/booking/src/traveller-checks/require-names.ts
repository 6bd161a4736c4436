import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';
import { OrderLine, OrderTraveller } from '../orders/order.ts';
import { isNobody } from '../pricing/price.ts';

/** Everybody of an order must be named, infants too. @throws booking/travellers-not-named with how many are missing */
export async function requireNames(uow: UnitOfWork, orderId: string): Promise<void> {
  const lines = await uow.find(OrderLine, { orderId });
  const named = await uow.find(OrderTraveller, { orderId });
  const heads = lines.reduce((sum, { category, count }) => (isNobody(category) ? sum : sum + count), 0);
  const missing = heads - named.length;
  if (missing <= 0) return;
  const message = {
    zh: `还有 ${missing} 位出行人没有填写`,
    en: missing === 1 ? '1 traveller is not named yet' : `${missing} travellers are not named yet`,
  };
  throw errors.travellersNotNamed(
    { missing },
    { fields: [{ field: '/travellers', rule: 'all-named', message }] },
  );
}
