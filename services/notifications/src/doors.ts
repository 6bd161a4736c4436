import { directoryReactions } from '@yitu/directory';
import type { Doors } from '@yitu/runtime';
import { accountLetterReactions } from './deliveries/on-account-letters.ts';
import { onContractSent } from './deliveries/on-contract-sent.ts';
import { onPlanProposed } from './deliveries/on-plan-proposed.ts';
import { onDeliveryDue } from './deliveries/on-delivery-due/on-delivery-due.ts';
import type { Post } from './deliveries/on-delivery-due/send.ts';
import { endingLetterReactions } from './deliveries/on-ending-letters.ts';
import { groupLetterReactions } from './deliveries/on-group-letters.ts';
import { onInvoiceIssued } from './deliveries/on-invoice-issued.ts';
import { onOrderApproved } from './deliveries/on-order-approved.ts';
import { onOrderConfirmed } from './deliveries/on-order-confirmed.ts';
import { paymentLetterReactions } from './deliveries/on-payment-letters.ts';
import { onSurveySent } from './deliveries/on-survey-sent.ts';
import { listDeliveriesRpc, readDeliveryRoutes } from './deliveries/read-deliveries.ts';
import { resendDeliveryRoute } from './deliveries/resend-delivery.ts';
import { followAllotments } from './inbox/follow-allotments.ts';
import { followCertificates } from './inbox/follow-certificates.ts';
import { followIncidents } from './inbox/follow-incidents.ts';
import { followGroups } from './inbox/follow-groups.ts';
import { followWaiting } from './inbox/follow-waiting.ts';
import { followOrders } from './inbox/follow-orders.ts';
import { followRequests } from './inbox/follow-requests.ts';
import { inboxRoutes } from './inbox/read-inbox.ts';
import { tellAuthors } from './inbox/tell-authors.ts';
import { onOrderPlaced } from './orders/known-orders.ts';
import { followAccounts } from './live/follow-accounts.ts';
import { watchLiveRoute } from './live/watch-live.ts';
import type { Watchers } from './live/watchers.ts';
import { listRemindersRoute } from './reminders/list-reminders.ts';
import { onDepartureReminderDue } from './reminders/on-departure-reminder-due.ts';
import { remindOfDeparture } from './reminders/on-order-confirmed.ts';
import { remindOfNewDeparture } from './reminders/on-order-moved.ts';
import { cancelReminderReactions } from './reminders/on-order-ended.ts';
import { editTemplateRoute } from './templates/edit-template.ts';
import { previewTemplateRoute } from './templates/preview-template.ts';
import { readTemplateRoutes } from './templates/read-templates.ts';

export interface Ports {
  readonly post: Post;
  readonly watchers: Watchers;
}

/** Everything notifications offers, by door. */
export const doors = ({ post, watchers }: Ports): Doors => ({
  routes: [
    ...readTemplateRoutes(),
    editTemplateRoute(),
    previewTemplateRoute(),
    ...readDeliveryRoutes(),
    resendDeliveryRoute(),
    ...inboxRoutes(),
    listRemindersRoute(),
    watchLiveRoute(watchers),
  ],
  rpcs: [listDeliveriesRpc()],
  reactions: [
    ...directoryReactions,
    onOrderPlaced,
    onOrderApproved,
    onOrderConfirmed,
    onContractSent,
    onPlanProposed,
    onSurveySent,
    onInvoiceIssued,
    ...accountLetterReactions,
    onDeliveryDue(post),
    ...paymentLetterReactions,
    ...endingLetterReactions,
    ...groupLetterReactions,
    ...followOrders,
    ...tellAuthors,
    ...followWaiting,
    ...followGroups,
    ...followRequests,
    ...followIncidents(post),
    ...followAllotments,
    ...followCertificates,
    ...followAccounts,
    remindOfDeparture,
    remindOfNewDeparture,
    ...cancelReminderReactions,
    onDepartureReminderDue,
  ],
  background: [() => watchers],
});
