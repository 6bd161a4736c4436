import type { Doors } from '@yitu/runtime';
import type { Print } from '@yitu/documents';
import type { AskCrm } from '../customers/ask-crm.ts';
import type { Customers } from '../customers/customers.ts';
import { answerOwnQuotationRoutes } from '../own-quotations/answer-own-quotation.ts';
import { readOwnQuotationRoutes } from '../own-quotations/read-own-quotations.ts';
import { changeOwnOrderRoute } from './change-own-order.ts';
import { answerOwnOfferRoutes } from '../own-waiting-entries/answer-own-offer.ts';
import { joinOwnWaitingListRoute } from '../own-waiting-entries/join-waiting-list.ts';
import { readOwnWaitingEntryRoutes } from '../own-waiting-entries/read-own-waiting-entries.ts';
import { nameOwnTravellersRoute } from './name-own-travellers.ts';
import { placeOwnOrderRoute } from './place-own-order.ts';
import { portalRulesRoutes } from './portal-rules.ts';
import { readOffersRoute } from './read-offers.ts';

export const portalDoors = (customers: Customers, crm: AskCrm, print: Print): Doors => ({
  routes: [
    readOffersRoute(),
    placeOwnOrderRoute(customers),
    changeOwnOrderRoute(customers),
    nameOwnTravellersRoute(customers, crm),
    ...portalRulesRoutes(),
    ...readOwnQuotationRoutes(print),
    ...answerOwnQuotationRoutes(customers),
    joinOwnWaitingListRoute(customers),
    ...readOwnWaitingEntryRoutes(),
    ...answerOwnOfferRoutes(customers),
  ],
  rpcs: [],
  reactions: [],
});
