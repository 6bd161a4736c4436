import { directoryUnrecorded } from '@yitu/directory';
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
import { Payment } from './payments/payment.ts';
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
      Payment: ['reference'],
      Refund: ['reference'],
      Compensation: ['reference'],
      SupplierCost: ['supplierName', 'description'],
    },
    unrecorded: {
      ...directoryUnrecorded,
      accounts: 'the built-in chart of accounts',
      departure_books: 'closed with the settlement, which is recorded',
      order_accounts: 'told by booking and counted from payments, which are recorded',
    },
  });
  const orders = ordersOf(foundation.ask('booking', config.BOOKING_GRPC));
  const trips = tripsOf(foundation.ask('itinerary', config.ITINERARY_GRPC));
  return foundation.open(doors({ orders, trips }));
}
