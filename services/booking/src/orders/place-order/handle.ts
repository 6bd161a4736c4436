import { localDate, today } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { channelOf } from '../../branches/selling-channel.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import type { OrderView } from '../order.ts';
import { decidePlacing } from './decide.ts';
import { offerOf } from './offer-of.ts';
import { branchOf, storeAndConclude, storeWithCoupons } from './store.ts';
import type { PlaceOrder, Sale, Wanted } from './wanted.ts';
import { withCoupons } from './with-coupons.ts';

/** Places an order: the price depends on the customer's category. Priced, seats taken and stored in one transaction. */
export const placeOrder = (categoryOf: CategoryOf) => (call: Call, input: PlaceOrder) =>
  place(call, { ...input, categoryOf, call });

const place = command(
  { permission: 'booking.order.place' },
  (
    uow,
    { categoryOf, call, ...input }: PlaceOrder & { readonly categoryOf: CategoryOf; readonly call: Call },
  ) => {
    const { customerId, branchId, travellers } = input;
    const travellerIds = travellers.map(({ travellerId }) => travellerId);
    return placeFor(uow, input, {
      agentBranchId: branchId ?? branchOf(uow),
      buyer: async () => {
        const customerCategory = await categoryOf(uow, call, { customerId, travellerIds });
        return { customerId, customerCategory, branchId };
      },
      channel: (kind) => channelOf(uow.member, kind, input.channel),
    });
  },
);

/** Places an order for whoever buys: what is asked of the database for it goes out at once, and so does all that is stored. */
export async function placeFor(uow: UnitOfWork, input: Wanted, by: Sale): Promise<Static<typeof OrderView>> {
  const [{ productId, agencyTimeZone, branchKind, holdMinutes, ...offer }, { customerCategory, ...buyer }] =
    await Promise.all([offerOf(uow, input.departureId, by.agentBranchId), by.buyer()]);
  const { departureId, counts, singleRooms, travellers, note } = input;
  const wanted = { departureId, counts, singleRooms, travellers, note, channel: by.channel(branchKind) };
  const placing = decidePlacing(offer, { ...wanted, customerCategory }, holdMinutes, uow.now);
  const date = today(uow.now, agencyTimeZone);
  const { currency } = offer;
  const stored = { ...wanted, ...buyer, productId, currency, year: localDate(date).year };
  const { coupons: codes = [] } = input;
  if (codes.length === 0) return storeAndConclude(uow, stored, placing);
  const { customerId } = buyer;
  const reduced = await withCoupons(uow, placing, codes, { customerId, productId, currency, date });
  return storeWithCoupons(uow, stored, reduced, date);
}
