import { directoryUnrecorded } from '@yitu/directory';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { OrderCancellation } from './cancellations/cancellation.ts';
import { Allotment } from './allotments/allotment.ts';
import { allotmentErrors } from './allotments/errors.ts';
import { AllotmentTaking } from './allotments/taking.ts';
import { Article } from './articles/article.ts';
import type { Config } from './config.ts';
import { askCrm } from './customers/ask-crm.ts';
import { categoryOf } from './customers/customers.ts';
import { Departure, DeparturePrice } from './departures/departure.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { GroupChoice } from './group-choices/group-choice.ts';
import { Order, OrderLine, OrderTraveller, PaymentDue } from './orders/order.ts';
import { PriceList } from './price-lists/price-list.ts';
import { Product } from './products/product.ts';

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
      Allotment,
      AllotmentTaking,
    ],
    constraints: {
      group_choices_pkey: errors.choiceMade,
      price_lists_product_key: errors.priceListExists,
      departures_group_number_key: errors.groupNumberTaken,
      order_cancellations_order_key: errors.alreadyCancelled,
      departures_never_oversold: errors.notEnoughSeats,
      allotment_dates_never_oversold: allotmentErrors.unitsOversold,
    },
    sensitive: {
      Order: ['note', 'returnReason'],
      OrderCancellation: ['reason', 'proof'],
      Departure: ['stateReason'],
      GroupChoice: ['consentText'],
    },
    unrecorded: {
      ...directoryUnrecorded,
      customers: 'told by crm, which has recorded it',
      travellers: 'told by crm, which has recorded it',
      product_endings: 'an index over the names of products',
      product_facets: 'an index over products',
      product_listings: 'computed from departures and their prices',
      allotment_dates: 'statements only count units; the taking that takes or gives them back is recorded',
      departures: 'statements only count seats; the order that takes them or gives them back is recorded',
    },
  });
  return foundation.open(doors({ categoryOf: categoryOf(askCrm(foundation.ask('crm', config.CRM_GRPC))) }));
}
