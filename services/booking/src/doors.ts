import { directoryReactions } from '@yitu/directory';
import { listTaskRoute, tasksRoute, type Doors } from '@yitu/runtime';
import type { AskCrm } from './customers/ask-crm.ts';
import { askingFirst } from './customers/ask-first.ts';
import type { Customers } from './customers/customers.ts';
import { agentPricesDoors } from './agent-prices/doors.ts';
import { allotmentsDoors } from './allotments/doors.ts';
import { articlesDoors } from './articles/doors.ts';
import { branchesDoors } from './branches/doors.ts';
import { cancellationPoliciesDoors } from './cancellation-policies/doors.ts';
import { cancellationsDoors } from './cancellations/doors.ts';
import { cityNamesDoors } from './city-names/doors.ts';
import { commissionsDoors } from './commissions/doors.ts';
import { creditDoors } from './credit/doors.ts';
import { couponsDoors } from './coupons/doors.ts';
import { customersDoors } from './customers/doors.ts';
import { departuresDoors } from './departures/doors.ts';
import { exchangeRatesDoors } from './exchange-rates/doors.ts';
import { groupChoicesDoors } from './group-choices/doors.ts';
import { groupDecisionsDoors } from './group-decisions/doors.ts';
import { catalogueImportsDoors } from './imports/doors.ts';
import { ordersDoors } from './orders/doors.ts';
import { portalDoors } from './portal/doors.ts';
import { paymentDuesDoors } from './payment-dues/doors.ts';
import { picturesDoors } from './pictures/doors.ts';
import type { PictureFiles } from './pictures/picture-files.ts';
import type { Reduce } from './pictures/reduce.ts';
import { priceListsDoors } from './price-lists/doors.ts';
import type { Print } from '@yitu/documents';
import { productsDoors } from './products/doors.ts';
import { quotationRequestsDoors } from './quotation-requests/doors.ts';
import { quotationsDoors } from './quotations/doors.ts';
import { rulesDoors } from './rules/doors.ts';
import { supplierLossesDoors } from './supplier-losses/doors.ts';
import { suppliersDoors } from './suppliers/doors.ts';
import { taskKinds } from './tasks/tasks.ts';
import { waitingListDoors } from './waiting-list/doors.ts';

export interface Ports {
  readonly customers: Customers;
  readonly crm: AskCrm;
  readonly pictures: PictureFiles;
  readonly print: Print;
  readonly reduce: Reduce;
}

/** Everything booking offers: the doors of its parts. */
export function doors({ customers, crm, pictures, print, reduce }: Ports): Doors {
  const { categoryOf } = customers;
  const parts: Doors[] = [
    articlesDoors(),
    productsDoors(),
    cityNamesDoors(),
    priceListsDoors(),
    departuresDoors(),
    groupDecisionsDoors(),
    groupChoicesDoors(crm),
    customersDoors(),
    ordersDoors(categoryOf, crm),
    waitingListDoors(categoryOf),
    paymentDuesDoors(),
    cancellationsDoors(),
    cancellationPoliciesDoors(),
    supplierLossesDoors(),
    couponsDoors(),
    exchangeRatesDoors(),
    quotationRequestsDoors(),
    quotationsDoors(categoryOf, print),
    suppliersDoors(),
    rulesDoors(),
    branchesDoors(),
    agentPricesDoors(),
    commissionsDoors(),
    creditDoors(),
    portalDoors(customers, crm, print),
    allotmentsDoors(),
    picturesDoors(pictures, reduce),
    catalogueImportsDoors(),
  ];
  return {
    routes: [
      tasksRoute(taskKinds),
      listTaskRoute(taskKinds),
      ...parts.flatMap(({ routes }) => routes).map(askingFirst(customers)),
    ],
    rpcs: parts.flatMap(({ rpcs }) => rpcs),
    reactions: [...directoryReactions, ...parts.flatMap(({ reactions }) => reactions)],
  };
}
