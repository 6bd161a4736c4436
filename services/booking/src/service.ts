import { directoryUnrecorded } from '@yitu/directory';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { Article } from './articles/article.ts';
import type { Config } from './config.ts';
import { customersOf } from './customers.ts';
import { Departure, DeparturePrice } from './departures/departure.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { Order, OrderLine, OrderTraveller, PaymentDue } from './orders/order.ts';
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
    entities: [Article, Product, Departure, DeparturePrice, Order, OrderLine, OrderTraveller, PaymentDue],
    constraints: {
      departures_group_number_key: errors.groupNumberTaken,
      departures_never_oversold: errors.notEnoughSeats,
    },
    sensitive: { Order: ['note', 'returnReason'] },
    unrecorded: {
      ...directoryUnrecorded,
      product_endings: 'an index over the names of products',
      product_facets: 'an index over products',
      product_listings: 'computed from departures and their prices',
      departures: 'statements only count seats; the order that takes them or gives them back is recorded',
    },
  });
  return foundation.open(doors({ customers: customersOf(foundation.ask('crm', config.CRM_GRPC)) }));
}
