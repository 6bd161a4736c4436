import type { Doors } from '@yitu/runtime';
import type { AskCrm } from '../customers/ask-crm.ts';
import type { CategoryOf } from '../customers/customers.ts';
import { approveOrderRoute } from './approve-order/route.ts';
import { onPaymentReceived, onPaymentReversed } from './count-payments/count-payments.ts';
import { deleteOrderRoute } from './delete-order.ts';
import { editOrderRoute } from './edit-order.ts';
import { onGroupSettled, onTravellerCheckedIn, onTripEnded } from './follow-trip.ts';
import { nameTravellersRoute } from './name-travellers/route.ts';
import { nameOrdersRoute } from './name-orders.ts';
import { onHoldExpiryDue } from './on-hold-expiry-due.ts';
import { priceOrderRoute } from './place-order/price-order.ts';
import { placeOrderRoute } from './place-order/route.ts';
import { getOrderRoute, readOrderRpcs } from './read-orders.ts';
import { replaceTravellerRoute } from './replace-traveller/route.ts';
import { returnOrderRoutes } from './return-order.ts';
import { searchOrdersRoute } from './search-orders/search-orders.ts';
import { travellerChecksRoute } from '../traveller-checks/check-travellers.ts';

export const ordersDoors = (categoryOf: CategoryOf, crm: AskCrm): Doors => ({
  routes: [
    placeOrderRoute(categoryOf),
    priceOrderRoute(categoryOf),
    searchOrdersRoute(crm),
    getOrderRoute(),
    nameOrdersRoute(),
    travellerChecksRoute(crm),
    approveOrderRoute(crm),
    ...returnOrderRoutes(),
    editOrderRoute(categoryOf),
    nameTravellersRoute(categoryOf, crm),
    replaceTravellerRoute(categoryOf, crm),
    deleteOrderRoute(),
  ],
  rpcs: [...readOrderRpcs()],
  reactions: [
    onHoldExpiryDue,
    onPaymentReceived,
    onPaymentReversed,
    onTravellerCheckedIn,
    onTripEnded,
    onGroupSettled,
  ],
});
