import { customerAccountReactions, directoryReactions } from '@yitu/directory';
import type { Print } from '@yitu/documents';
import { listTaskRoute, tasksRoute, type Doors } from '@yitu/runtime';
import { listAccountsRoute } from './accounts/list-accounts.ts';
import { onAgencyFounded } from './accounts/on-agency-founded.ts';
import { commissionReactions } from './commissions/on-commission.ts';
import { compensationRoutes } from './compensations/routes.ts';
import { readEntryRoutes } from './entries/read-entries.ts';
import { reverseEntryRoute } from './entries/reverse-entry/route.ts';
import { getGroupSettlementRoute } from './group-settlements/read-group-settlements.ts';
import { settleGroupRoute } from './group-settlements/settle-group/route.ts';
import { issueInvoiceRoute } from './invoices/issue-invoice/route.ts';
import { printInvoiceRoute } from './invoices/print-invoice.ts';
import { readInvoiceRoutes } from './invoices/read-invoices.ts';
import { getOrderBalanceRpc } from './order-accounts/get-order-balance.ts';
import type { Orders } from './orders.ts';
import { readOnlinePaymentRoutes } from './online-payments/read-online-payments.ts';
import { readPaymentCallbacksRoute } from './online-payments/read-payment-callbacks.ts';
import { receiveCallbackRoute } from './online-payments/receive-callback/route.ts';
import { startOnlinePaymentRoute } from './online-payments/start-online-payment/route.ts';
import { ownMoneyRoutes } from './own-money/own-money.ts';
import { readPaymentRoutes } from './payments/read-payments.ts';
import { recordPaymentRoute } from './payments/record-payment/route.ts';
import { onPenaltyOwed } from './penalties/on-penalty-owed.ts';
import type { PaymentProviders } from './providers/provider.ts';
import { refundRulesRoutes } from './refund-rules/refund-rules.ts';
import { approveRefundRoute } from './refunds/approve-refund.ts';
import { onRefundDue } from './refunds/on-refund-due.ts';
import { payRefundRoute } from './refunds/pay-refund.ts';
import { listRefundsRoute } from './refunds/read-refunds.ts';
import { readSupplierCostRoutes } from './supplier-costs/read-supplier-costs.ts';
import { recordSupplierCostRoute } from './supplier-costs/record-supplier-cost.ts';
import { getTrialBalanceRoute } from './trial-balances/get-trial-balance.ts';
import type { Trips } from './trips.ts';
import { taskKinds } from './tasks/tasks.ts';

export interface Ports {
  readonly orders: Orders;
  readonly trips: Trips;
  readonly providers: PaymentProviders;
  readonly print: Print;
}

/** Everything finance offers, by door. */
export const doors = ({ orders, trips, providers, print }: Ports): Doors => ({
  routes: [
    tasksRoute(taskKinds),
    listTaskRoute(taskKinds),
    listAccountsRoute(),
    ...readEntryRoutes(),
    reverseEntryRoute(),
    getTrialBalanceRoute(),
    recordPaymentRoute(orders),
    ...readPaymentRoutes(),
    startOnlinePaymentRoute(orders, providers),
    ...readOnlinePaymentRoutes(),
    receiveCallbackRoute(providers),
    readPaymentCallbacksRoute(),
    ...ownMoneyRoutes(),
    listRefundsRoute(),
    payRefundRoute(),
    approveRefundRoute(),
    ...refundRulesRoutes(),
    ...compensationRoutes(),
    recordSupplierCostRoute(orders),
    ...readSupplierCostRoutes(),
    settleGroupRoute(orders, trips),
    getGroupSettlementRoute(),
    issueInvoiceRoute(orders),
    ...readInvoiceRoutes(),
    printInvoiceRoute(print),
  ],
  rpcs: [getOrderBalanceRpc()],
  reactions: [
    ...directoryReactions,
    ...customerAccountReactions,
    onAgencyFounded,
    onRefundDue,
    onPenaltyOwed,
    ...commissionReactions,
  ],
});
