import type { Doors } from '@yitu/runtime';
import type { CategoryOf } from '../customers/customers.ts';
import { answerOfferRoutes } from './answer-offer.ts';
import { endEntriesReactions } from './end-entries.ts';
import { joinWaitingListRoute } from './join-waiting-list.ts';
import { onWaitingListOfferDue } from './offer-seats.ts';
import { readWaitingListRoutes } from './read-waiting-list.ts';

export const waitingListDoors = (categoryOf: CategoryOf): Doors => ({
  routes: [joinWaitingListRoute(categoryOf), ...readWaitingListRoutes(), ...answerOfferRoutes(categoryOf)],
  rpcs: [],
  reactions: [onWaitingListOfferDue, ...endEntriesReactions],
});
