import { directoryReactions } from '@yitu/directory';
import type { Doors } from '@yitu/runtime';
import { cancelOrderRoute } from './cancellations/cancel-order/route.ts';
import { onRefundPaid } from './cancellations/on-refund-paid.ts';
import { readCancellationRoutes } from './cancellations/read-cancellations.ts';
import type { CategoryOf } from './customers/customers.ts';
import { customerReactions } from './customers/follow-customers.ts';
import { publishArticleRoutes } from './articles/publish-article.ts';
import { readArticleRoutes } from './articles/read-articles.ts';
import { writeArticleRoutes } from './articles/write-article.ts';
import { getDepartureRpc, readDepartureRoutes } from './departures/read-departures.ts';
import { changeDepartureRoutes } from './departures/change-departure/routes.ts';
import { onUnpaidOrdersEndDue } from './departures/on-unpaid-orders-end-due.ts';
import { scheduleDepartureRoute } from './departures/schedule-departure.ts';
import { groupChoiceRoutes } from './group-choices/routes.ts';
import { decideGroupRoute } from './group-decisions/decide-group.ts';
import { groupRulesRoutes } from './group-decisions/group-rules.ts';
import { onGroupDecisionDue } from './group-decisions/on-group-decision-due.ts';
import { approveOrderRoute } from './orders/approve-order/route.ts';
import { deleteOrderRoute } from './orders/delete-order.ts';
import { onGroupSettled, onTravellerCheckedIn, onTripEnded } from './orders/follow-trip.ts';
import { onHoldExpiryDue } from './orders/on-hold-expiry-due.ts';
import { onPaymentReceived, onPaymentReversed } from './orders/count-payments/count-payments.ts';
import { placeOrderRoute } from './orders/place-order/route.ts';
import { readOrderRoutes, readOrderRpcs } from './orders/read-orders.ts';
import { returnOrderRoutes } from './orders/return-order.ts';
import { readPriceListRoutes } from './price-lists/read-price-lists.ts';
import { setPriceListRoutes } from './price-lists/set-price-list.ts';
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
  readonly categoryOf: CategoryOf;
}

/** Everything booking offers, by door. */
export const doors = ({ categoryOf }: Ports): Doors => ({
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
    placeOrderRoute(categoryOf),
    ...changeDepartureRoutes(),
    decideGroupRoute(),
    ...groupRulesRoutes(),
    ...groupChoiceRoutes(),
    ...setPriceListRoutes(),
    ...readPriceListRoutes(),
    ...readOrderRoutes(),
    approveOrderRoute(),
    ...returnOrderRoutes(),
    deleteOrderRoute(),
    cancelOrderRoute(),
    ...readCancellationRoutes(),
    ...orderRulesRoutes(),
  ],
  rpcs: [getDepartureRpc(), ...readOrderRpcs()],
  reactions: [
    ...directoryReactions,
    ...customerReactions,
    onListedPriceStale,
    onHoldExpiryDue,
    onUnpaidOrdersEndDue,
    onGroupDecisionDue,
    onPaymentReceived,
    onPaymentReversed,
    onRefundPaid,
    onTravellerCheckedIn,
    onTripEnded,
    onGroupSettled,
  ],
});
