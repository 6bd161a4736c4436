import type { Doors } from '@yitu/runtime';
import type { CategoryOf } from '../customers/customers.ts';
import { draftQuotationRoutes } from './draft-quotation/routes.ts';
import type { Print } from '@yitu/documents';
import { offerQuotationRoutes, onQuotationExpiryDue } from './offer-quotation.ts';
import { orderQuotationRoute } from './order-quotation/route.ts';
import { printQuotationRoute } from './print-quotation/print-quotation.ts';
import { readQuotationRoutes } from './read-quotations.ts';

export const quotationsDoors = (categoryOf: CategoryOf, print: Print): Doors => ({
  routes: [
    ...draftQuotationRoutes(categoryOf),
    ...readQuotationRoutes(),
    ...offerQuotationRoutes(),
    orderQuotationRoute(categoryOf),
    printQuotationRoute(print),
  ],
  rpcs: [],
  reactions: [onQuotationExpiryDue],
});
