import { directoryUnrecorded } from '@yitu/directory';
import { importsUnrecorded } from '@yitu/imports/tables';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { OrderCancellation } from './cancellations/cancellation.ts';
import { AgentPriceList } from './agent-prices/agent-price-list.ts';
import { agentErrors } from './agent-prices/errors.ts';
import { Allotment } from './allotments/allotment.ts';
import { allotmentErrors } from './allotments/errors.ts';
import { AllotmentTaking } from './allotments/taking.ts';
import { Article } from './articles/article.ts';
import type { Config } from './config.ts';
import { CreditLimit } from './credit/credit-limit.ts';
import { CouponCampaign } from './coupons/campaign.ts';
import { couponErrors } from './coupons/errors.ts';
import { askCrm } from './customers/ask-crm.ts';
import { customersOf } from './customers/customers.ts';
import { Departure, DeparturePrice } from './departures/departure.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { exchangeRateErrors } from './exchange-rates/errors.ts';
import { ExchangeRate } from './exchange-rates/exchange-rate.ts';
import { GroupChoice } from './group-choices/group-choice.ts';
import { Order, OrderLine, OrderTraveller, PaymentDue } from './orders/order.ts';
import { startCollecting } from './pictures/collect-files.ts';
import { pictureFiles } from './pictures/picture-files.ts';
import { CatalogueImport } from './imports/catalogue-imports.ts';
import { importErrors } from './imports/errors.ts';
import { Picture } from './pictures/picture.ts';
import { openReducer } from './pictures/reduce.ts';
import { PriceList } from './price-lists/price-list.ts';
import { openPrinter } from '@yitu/documents';
import { Product } from './products/product.ts';
import { SupplierLoss } from './supplier-losses/supplier-loss.ts';
import { QuotationRequest } from './quotation-requests/quotation-request.ts';
import { Quotation, QuotationRevision } from './quotations/quotation.ts';
import { supplierErrors } from './suppliers/errors.ts';
import { SupplierRate } from './suppliers/rates.ts';
import { SupplierRating } from './suppliers/ratings.ts';
import { Supplier, SupplierContact } from './suppliers/supplier.ts';
import { waitingErrors } from './waiting-list/errors.ts';
import { WaitingEntry } from './waiting-list/waiting-entry.ts';

/** Puts booking together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const foundation = await layFoundation({
    ...surroundings,
    name: 'booking',
    description: 'Products, departures, holds, orders and payment schedules',
    config,
    entities: [
      Article,
      Product,
      Departure,
      DeparturePrice,
      PriceList,
      GroupChoice,
      Order,
      OrderLine,
      OrderTraveller,
      PaymentDue,
      OrderCancellation,
      AgentPriceList,
      CreditLimit,
      SupplierLoss,
      CouponCampaign,
      ExchangeRate,
      Quotation,
      QuotationRevision,
      QuotationRequest,
      Supplier,
      SupplierContact,
      SupplierRate,
      SupplierRating,
      WaitingEntry,
      Allotment,
      AllotmentTaking,
      Picture,
      CatalogueImport,
    ],
    constraints: {
      agent_price_lists_key: agentErrors.agentPriceListExists,
      group_choices_pkey: errors.choiceMade,
      price_lists_product_key: errors.priceListExists,
      products_code_key: importErrors.productCodeTaken,
      departures_group_number_key: errors.groupNumberTaken,
      order_cancellations_order_key: errors.alreadyCancelled,
      departures_never_oversold: errors.notEnoughSeats,
      coupon_codes_pkey: couponErrors.couponCodeTaken,
      exchange_rates_once: exchangeRateErrors.exchangeRateExists,
      supplier_rates_no_overlap: supplierErrors.ratesOverlap,
      supplier_ratings_once: supplierErrors.ratedAlready,
      waiting_entries_once: waitingErrors.alreadyWaiting,
      allotment_dates_never_oversold: allotmentErrors.unitsOversold,
    },
    sensitive: {
      Order: ['note', 'returnReason'],
      OrderCancellation: ['reason', 'proof', 'costDecision'],
      Departure: ['stateReason', 'note'],
      GroupChoice: ['consentText'],
      // What is quoted costs the agency something, which is for those with a permission of its own.
      Quotation: ['declineReason'],
      QuotationRevision: ['content', 'cost'],
      QuotationRequest: ['words', 'budget', 'declineReason'],
      Supplier: ['note', 'blockReason'],
      SupplierContact: ['name', 'phone', 'email'],
      SupplierRate: ['amount'],
      SupplierRating: ['reason'],
      SupplierLoss: ['proof'],
      WaitingEntry: ['note'],
    },
    unrecorded: {
      ...directoryUnrecorded,
      ...importsUnrecorded,
      coupon_campaigns:
        'statements only count; the quotation or order that redeems or gives back is recorded',
      coupon_codes: 'belong to their campaign, which is recorded',
      coupon_uses: 'counted with the quotation or order, which is recorded',
      quotation_sendings: 'belong to the quotation, whose sending is recorded',
      coupon_redemptions: 'belong to the quotation or order, which is recorded',
      customers: 'told by crm, which has recorded it',
      travellers: 'told by crm, which has recorded it',
      product_endings: 'an index over the names and words of products',
      product_facets: 'an index over products',
      departure_endings: 'an index over group numbers',
      product_listings: 'computed from departures and their prices',
      branch_credits: 'computed from credit limits and orders, which are recorded',
      credit_uses: 'computed from orders, which are recorded',
      waiting_places: 'the queue of the recorded entries',
      allotment_dates: 'statements only count units; the taking that takes or gives them back is recorded',
      departures: 'statements only count seats; the order that takes them or gives them back is recorded',
    },
  });
  const crm = askCrm(foundation.ask('crm', config.CRM_GRPC));
  const pictures = pictureFiles(config.PICTURES_DIR);
  return foundation.open({
    ...doors({
      customers: customersOf(crm),
      crm,
      pictures,
      print: openPrinter(),
      reduce: openReducer(foundation.log),
    }),
    background: [() => startCollecting(foundation, pictures)],
  });
}
