import { directoryReactions } from '@yitu/directory';
import type { Doors } from '@yitu/runtime';
import { publishArticleRoutes } from './articles/publish-article.ts';
import { readArticleRoutes } from './articles/read-articles.ts';
import { writeArticleRoutes } from './articles/write-article.ts';
import type { Customers } from './customers.ts';
import { getDepartureRpc, readDepartureRoutes } from './departures/read-departures.ts';
import { scheduleDepartureRoute } from './departures/schedule-departure.ts';
import { approveOrderRoute } from './orders/approve-order/route.ts';
import { deleteOrderRoute } from './orders/delete-order.ts';
import { onGroupSettled, onTravellerCheckedIn, onTripEnded } from './orders/follow-trip.ts';
import { onHoldExpiryDue } from './orders/on-hold-expiry-due.ts';
import { onPaymentReceived, onPaymentReversed } from './orders/count-payments/count-payments.ts';
import { placeOrderRoute } from './orders/place-order/route.ts';
import { readOrderRoutes, readOrderRpcs } from './orders/read-orders.ts';
import { returnOrderRoutes } from './orders/return-order.ts';
import { changeProductRoute } from './products/change-product.ts';
import { compareProductsRoute } from './products/compare-products.ts';
import { createProductRoute } from './products/create-product.ts';
import { onListedPriceStale } from './products/list-price.ts';
import { publishProductRoutes } from './products/publish-product.ts';
import { readProductRoutes } from './products/read-products.ts';
import { recommendProductsRoute } from './products/recommend/recommend-products.ts';
import { searchProductRoutes } from './products/search/search-products.ts';
import { orderRulesRoutes } from './rules/order-rules.ts';

export interface Ports {
  readonly customers: Customers;
}

/** Everything booking offers, by door. */
export const doors = ({ customers }: Ports): Doors => ({
  routes: [
    createProductRoute(),
    changeProductRoute(),
    ...publishProductRoutes(),
    ...searchProductRoutes(),
    compareProductsRoute(),
    recommendProductsRoute(),
    ...readProductRoutes(),
    ...writeArticleRoutes(),
    ...publishArticleRoutes(),
    ...readArticleRoutes(),
    scheduleDepartureRoute(),
    ...readDepartureRoutes(),
    placeOrderRoute(customers),
    ...readOrderRoutes(),
    approveOrderRoute(),
    ...returnOrderRoutes(),
    deleteOrderRoute(),
    ...orderRulesRoutes(),
  ],
  rpcs: [getDepartureRpc(), ...readOrderRpcs()],
  reactions: [
    ...directoryReactions,
    onListedPriceStale,
    onHoldExpiryDue,
    onPaymentReceived,
    onPaymentReversed,
    onTravellerCheckedIn,
    onTripEnded,
    onGroupSettled,
  ],
});
