import { customerAccountReactions, directoryReactions } from '@yitu/directory';
import type { Print } from '@yitu/documents';
import { listTaskRoute, tasksRoute, type Doors } from '@yitu/runtime';
import { closeArchiveFileRoute } from './archive-files/close-archive-file/route.ts';
import { onGroupSettled, onSurveyAnswered } from './archive-files/on-paper-filed.ts';
import { getArchiveFileRoute } from './archive-files/read-archive-files.ts';
import type { Bookings } from './bookings.ts';
import { printLetterRoute } from './confirmation-letters/print-letter.ts';
import { generateContractRoute } from './contracts/generate-contract/route.ts';
import { getContractToSignRoute } from './contracts/get-contract-to-sign.ts';
import { getSigningLinkRpc } from './contracts/get-signing-link.ts';
import { onOrderCancelled, onOrderExpired } from './contracts/on-order-ended.ts';
import { printContractRoute } from './contracts/print-contract.ts';
import { readContractRoutes } from './contracts/read-contracts.ts';
import { readOwnContractsRoute } from './contracts/read-own-contracts.ts';
import { sendContractRoute } from './contracts/send-contract.ts';
import { signContractRoute } from './contracts/sign-contract/route.ts';
import type { LinkRules } from './contracts/signing-link.ts';
import type { Customers } from './customers.ts';
import type { Guides } from './guides.ts';
import { assignGuideRoute } from './operations-sheets/assign-guide/route.ts';
import { confirmReservationRoute } from './operations-sheets/confirm-reservation.ts';
import { openOperationsSheetRoute } from './operations-sheets/open-operations-sheet.ts';
import { readOperationsSheetRoutes } from './operations-sheets/read-operations-sheets.ts';
import { requestReservationRoute } from './operations-sheets/request-reservation.ts';
import { getOwnTripRoute } from './own-trips/own-trip.ts';
import { getAcceptanceLinkRpc } from './plan-proposals/acceptance-link.ts';
import { answerProposalRoutes } from './plan-proposals/answer-proposal/routes.ts';
import { readProposalRoutes } from './plan-proposals/read-proposals.ts';
import { sendPlanRoute } from './plan-proposals/send-plan.ts';
import { draftPlanRoute } from './plans/draft-plan/route.ts';
import { readPlanRoutes } from './plans/read-plans.ts';
import { revisePlanRoute } from './plans/revise-plan.ts';
import { readRequestRoutes } from './requests/read-requests.ts';
import { takeRequestRoute } from './requests/take-request.ts';
import { checkInRoute } from './trips/check-in/route.ts';
import { endTripRoute } from './trips/end-trip/end-trip.ts';
import { onDepartureCancelled } from './trips/on-departure-cancelled.ts';
import { onGroupChoiceRecorded } from './trips/on-group-choice-recorded.ts';
import { onOrderConfirmed } from './trips/on-order-confirmed.ts';
import { onOrderPartCancelled } from './trips/on-order-part-cancelled.ts';
import { onDepartureChanged } from './trips/on-departure-changed.ts';
import { onOrderTravellersNamed } from './trips/on-order-travellers-named.ts';
import { getTripRoute, getTripRpc } from './trips/read-trips.ts';
import { taskKinds } from './tasks/tasks.ts';

export interface Ports {
  readonly bookings: Bookings;
  readonly customers: Customers;
  readonly guides: Guides;
  readonly links: LinkRules;
  readonly print: Print;
}

/** Everything itinerary offers, by door. */
export const doors = ({ bookings, customers, guides, links, print }: Ports): Doors => ({
  routes: [
    tasksRoute(taskKinds),
    listTaskRoute(taskKinds),
    takeRequestRoute(customers),
    ...readRequestRoutes(),
    draftPlanRoute(bookings),
    revisePlanRoute(bookings),
    ...readPlanRoutes(),
    sendPlanRoute(bookings, links),
    ...answerProposalRoutes(links),
    ...readProposalRoutes(),
    generateContractRoute(bookings, customers),
    ...readContractRoutes(),
    readOwnContractsRoute(links),
    printContractRoute(print),
    printLetterRoute({ bookings, guides, print }),
    sendContractRoute(links),
    getContractToSignRoute(links),
    signContractRoute(links),
    openOperationsSheetRoute(bookings),
    ...readOperationsSheetRoutes(),
    requestReservationRoute(),
    confirmReservationRoute(),
    assignGuideRoute(guides),
    checkInRoute(bookings),
    endTripRoute(),
    getTripRoute(),
    getOwnTripRoute(bookings, guides),
    getArchiveFileRoute(),
    closeArchiveFileRoute(),
  ],
  rpcs: [getTripRpc(), getSigningLinkRpc(links), getAcceptanceLinkRpc(links)],
  reactions: [
    ...directoryReactions,
    ...customerAccountReactions,
    onOrderConfirmed(bookings),
    onGroupChoiceRecorded(bookings),
    onDepartureCancelled,
    onOrderPartCancelled,
    onDepartureChanged,
    onOrderTravellersNamed,
    onOrderCancelled,
    onOrderExpired,
    onSurveyAnswered,
    onGroupSettled,
  ],
});
