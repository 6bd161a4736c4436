import { directoryReactions } from '@yitu/directory';
import { tasksRoute, type Doors } from '@yitu/runtime';
import { closeArchiveFileRoute } from './archive-files/close-archive-file/route.ts';
import { onGroupSettled, onSurveyAnswered } from './archive-files/on-paper-filed.ts';
import { getArchiveFileRoute } from './archive-files/read-archive-files.ts';
import type { Bookings } from './bookings.ts';
import { generateContractRoute } from './contracts/generate-contract/route.ts';
import { getContractToSignRoute } from './contracts/get-contract-to-sign.ts';
import { getSigningLinkRpc } from './contracts/get-signing-link.ts';
import { onOrderCancelled, onOrderExpired } from './contracts/on-order-ended.ts';
import { readContractRoutes } from './contracts/read-contracts.ts';
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
import { draftPlanRoute } from './plans/draft-plan/route.ts';
import { readPlanRoutes } from './plans/read-plans.ts';
import { revisePlanRoute } from './plans/revise-plan.ts';
import { readRequestRoutes } from './requests/read-requests.ts';
import { takeRequestRoute } from './requests/take-request.ts';
import { checkInRoute } from './trips/check-in/route.ts';
import { endTripRoute } from './trips/end-trip/end-trip.ts';
import { onOrderConfirmed } from './trips/on-order-confirmed.ts';
import { onOrderPartCancelled } from './trips/on-order-part-cancelled.ts';
import { getTripRoute, getTripRpc } from './trips/read-trips.ts';
import { taskKinds } from './tasks/tasks.ts';

export interface Ports {
  readonly bookings: Bookings;
  readonly customers: Customers;
  readonly guides: Guides;
  readonly links: LinkRules;
}

/** Everything itinerary offers, by door. */
export const doors = ({ bookings, customers, guides, links }: Ports): Doors => ({
  routes: [
    tasksRoute(taskKinds),
    takeRequestRoute(customers),
    ...readRequestRoutes(),
    draftPlanRoute(bookings),
    revisePlanRoute(bookings),
    ...readPlanRoutes(),
    generateContractRoute(bookings, customers),
    ...readContractRoutes(),
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
    getArchiveFileRoute(),
    closeArchiveFileRoute(),
  ],
  rpcs: [getTripRpc(), getSigningLinkRpc(links)],
  reactions: [
    ...directoryReactions,
    onOrderConfirmed(bookings),
    onOrderPartCancelled,
    onOrderCancelled,
    onOrderExpired,
    onSurveyAnswered,
    onGroupSettled,
  ],
});
