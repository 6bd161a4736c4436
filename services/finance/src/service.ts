import { customerAccountsUnrecorded, directoryUnrecorded } from '@yitu/directory';
import { openPrinter } from '@yitu/documents';
import { systemClock } from '@yitu/kernel';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { Account } from './accounts/account.ts';
import { Compensation } from './compensations/compensation.ts';
import type { Config } from './config.ts';
import { doors } from './doors.ts';
import { Entry, Posting } from './entries/entry.ts';
import { errors } from './errors.ts';
import { GroupSettlement, SettlementPosting, SettlementShare } from './group-settlements/group-settlement.ts';
import { Invoice } from './invoices/invoice.ts';
import { OrderAccount } from './order-accounts/order-account.ts';
import { ordersOf } from './orders.ts';
import { OnlinePayment } from './online-payments/online-payment.ts';
import { PaymentCallback } from './online-payments/payment-callback.ts';
import { Payment } from './payments/payment.ts';
import { providersOf } from './providers/provider.ts';
import { sandbox } from './providers/sandbox.ts';
import { Refund } from './refunds/refund.ts';
import { SupplierCost } from './supplier-costs/supplier-cost.ts';
import { tripsOf } from './trips.ts';

/** Puts finance together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const foundation = await layFoundation({
    ...surroundings,
    name: 'finance',
    description: 'Ledger, payments, supplier costs, settlements and invoices',
    config,
    entities: [
      Account,
      Entry,
      Posting,
      OrderAccount,
      Payment,
      OnlinePayment,
      PaymentCallback,
      Refund,
      Compensation,
      SupplierCost,
      Invoice,
      GroupSettlement,
      SettlementShare,
      SettlementPosting,
    ],
    constraints: {
      entries_source_key: errors.alreadyPosted,
      group_settlements_departure_key: errors.departureSettled,
      invoices_one_live_per_order: errors.alreadyInvoiced,
      payments_once: () => errors.paymentKnown({ entry: '-' }),
    },
    sensitive: {
      Invoice: ['title', 'taxNumber', 'deliveryEmail'],
      // Whoever has the address of the page can pay.
      OnlinePayment: ['payAt'],
      Payment: ['reference'],
      Refund: ['reference'],
      Compensation: ['reference'],
      SupplierCost: ['supplierName', 'description'],
    },
    unrecorded: {
      ...directoryUnrecorded,
      ...customerAccountsUnrecorded,
      accounts: 'the built-in chart of accounts',
      departure_books: 'closed with the settlement, which is recorded',
      order_accounts: 'told by booking and counted from payments, which are recorded',
    },
  });
  const orders = ordersOf(foundation.ask('booking', config.BOOKING_GRPC));
  const trips = tripsOf(foundation.ask('itinerary', config.ITINERARY_GRPC));
  const { SANDBOX_PAYMENT_SECRET: secret, PUBLIC_URL: publicUrl } = config;
  const providers = providersOf(secret ? sandbox({ secret, publicUrl, clock: systemClock }) : undefined);
  return foundation.open(doors({ orders, trips, providers, print: openPrinter() }));
}
