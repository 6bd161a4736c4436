import { directoryUnrecorded } from '@yitu/directory';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { OrderCancellation } from './cancellations/cancellation.ts';
import { Article } from './articles/article.ts';
import type { Config } from './config.ts';
import { askCrm } from './customers/ask-crm.ts';
import { categoryOf } from './customers/customers.ts';
import { Departure, DeparturePrice } from './departures/departure.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { GroupChoice } from './group-choices/group-choice.ts';
import { Order, OrderLine, OrderTraveller, PaymentDue } from './orders/order.ts';
import { startCollecting } from './pictures/collect-files.ts';
import { pictureFiles } from './pictures/picture-files.ts';
import { CatalogueImport } from './imports/catalogue-import.ts';
import { importErrors } from './imports/errors.ts';
import { Picture } from './pictures/picture.ts';
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
      Picture,
      CatalogueImport,
    ],
    constraints: {
      group_choices_pkey: errors.choiceMade,
      price_lists_product_key: errors.priceListExists,
      products_code_key: importErrors.productCodeTaken,
      departures_group_number_key: errors.groupNumberTaken,
      order_cancellations_order_key: errors.alreadyCancelled,
      departures_never_oversold: errors.notEnoughSeats,
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
      import_rows: 'what an import is made of, which is recorded; what becomes of a row is recorded as well',
      product_listings: 'computed from departures and their prices',
      departures: 'statements only count seats; the order that takes them or gives them back is recorded',
    },
  });
  const pictures = pictureFiles(config.PICTURES_DIR);
  return foundation.open({
    ...doors({ categoryOf: categoryOf(askCrm(foundation.ask('crm', config.CRM_GRPC))), pictures }),
    background: [() => startCollecting(foundation, pictures)],
  });
}
