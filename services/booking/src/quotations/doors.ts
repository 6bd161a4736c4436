import type { Doors } from '@yitu/runtime';
import type { CategoryOf } from '../customers/customers.ts';
import { draftQuotationRoutes } from './draft-quotation/routes.ts';
import { offerQuotationRoutes, onQuotationExpiryDue } from './offer-quotation.ts';
import { orderQuotationRoute } from './order-quotation/route.ts';
import { readQuotationRoutes } from './read-quotations.ts';

export const quotationsDoors = (categoryOf: CategoryOf): Doors => ({
  routes: [
    ...draftQuotationRoutes(categoryOf),
    ...readQuotationRoutes(),
    ...offerQuotationRoutes(),
    orderQuotationRoute(categoryOf),
  ],
  rpcs: [],
  reactions: [onQuotationExpiryDue],
});
