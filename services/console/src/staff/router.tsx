import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queries } from '../frame/app.tsx';
import { FailedRoute } from '../frame/failed-route.tsx';
import { Waiting } from '../patterns/loaded.tsx';
import { agentPriceRoutes } from './agent-prices/routes.ts';
import { allotmentRoutes } from './allotments/routes.ts';
import { commissionRoutes } from './commissions/routes.ts';
import { couponRoutes } from './coupons/routes.ts';
import { creditRoutes } from './credit-limits/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { departureRoutes } from './departures/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { exchangeRateRoutes } from './exchange-rates/routes.ts';
import { frame, root } from './frame/root.tsx';
import { homeRoute, taskRoute } from './home/route.ts';
import { NotFound } from './not-found.tsx';
import { articleRoutes } from './articles/routes.ts';
import { archiveRoutes } from './archive-files/routes.ts';
import { analyticsRoutes } from './analytics/routes.ts';
import { contractRoutes } from './contracts/routes.ts';
import { invoiceRoutes } from './invoices/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { sheetRoutes } from './operations-sheets/routes.ts';
import { onlinePaymentRoutes } from './online-payments/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { refundRoutes } from './refunds/routes.ts';
import { requestRoutes } from './requests/routes.ts';
import { settlementRoutes } from './settlements/routes.ts';
import { costRoutes } from './supplier-costs/routes.ts';
import { surveyRoutes } from './surveys/routes.ts';
import { templateRoutes } from './templates/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { productRoutes } from './products/routes.ts';
import { quotationRequestRoutes } from './quotation-requests/routes.ts';
import { quotationRoutes } from './quotations/routes.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { accountRoutes } from './account/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { groupRulesRoute } from './group-rules/routes.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { trainingRoutes } from './training/routes.ts';
import { quarantineRoutes } from './quarantine/routes.ts';
import { businessRuleRoutes } from './business-rules/routes.ts';
import { branchRoutes } from './branches/routes.ts';
import { clientRoutes } from './clients/routes.ts';
import { roleRoutes } from './roles/routes.ts';
import { securityRoutes } from './security/routes.ts';
import { userRoutes } from './users/routes.ts';
import { signInRoute } from './sign-in-route.ts';
import { supplierRoutes } from './suppliers/routes.ts';

frame.update({ component: lazyRouteComponent(() => import('./frame/staff-frame.tsx'), 'StaffFrame') });

const tree = root.addChildren([
  signInRoute,
  frame.addChildren([
    homeRoute,
    taskRoute,
    ...customerRoutes,
    ...requestRoutes,
    ...planRoutes,
    ...contractRoutes,
    ...sheetRoutes,
    ...archiveRoutes,
    ...paymentRoutes,
    ...onlinePaymentRoutes,
    ...refundRoutes,
    ...costRoutes,
    ...settlementRoutes,
    ...invoiceRoutes,
    ...ledgerRoutes,
    ...messageRoutes,
    ...templateRoutes,
    ...surveyRoutes,
    ...analyticsRoutes,
    ...orderRoutes,
    ...departureRoutes,
    groupRulesRoute,
    ...deskRoutes,
    ...productRoutes,
    ...articleRoutes,
    ...quotationRoutes,
    ...quotationRequestRoutes,
    ...couponRoutes,
    ...reviewRoutes,
    ...supplierRoutes,
    ...allotmentRoutes,
    ...agentPriceRoutes,
    ...commissionRoutes,
    ...creditRoutes,
    ...exchangeRateRoutes,
    ...userRoutes,
    ...roleRoutes,
    ...branchRoutes,
    ...businessRuleRoutes,
    ...clientRoutes,
    ...securityRoutes,
    ...accountRoutes,
    ...importRoutes,
    ...auditRoutes,
    ...incidentRoutes,
    ...trainingRoutes,
    ...quarantineRoutes,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // what is known of the data is the queries' business
  defaultPendingComponent: Waiting,
  defaultErrorComponent: FailedRoute,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
