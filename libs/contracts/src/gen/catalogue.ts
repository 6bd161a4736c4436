// Generated from proto/ by "npm run generate". Do not edit.
import { describeEvent } from '../event-kind.ts';
import type { RpcDeclaration } from '../rpc.ts';
import * as analytics from './yitu/analytics/v1/events.ts';
import * as booking from './yitu/booking/v1/events.ts';
import * as crm from './yitu/crm/v1/events.ts';
import * as finance from './yitu/finance/v1/events.ts';
import * as identity from './yitu/identity/v1/events.ts';
import * as itinerary from './yitu/itinerary/v1/events.ts';
import * as notifications from './yitu/notifications/v1/events.ts';

/** The read models were built anew from the start of the stream. */
export const readModelsRebuilt = describeEvent(analytics.ReadModelsRebuilt, {
  kind: 'event',
  service: 'analytics',
  noun: 'read-models',
  what: 'rebuilt',
});
export const productCreated = describeEvent(booking.ProductCreated, {
  kind: 'event',
  service: 'booking',
  noun: 'product',
  what: 'created',
});
export const departureScheduled = describeEvent(booking.DepartureScheduled, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'scheduled',
});
export const orderPlaced = describeEvent(booking.OrderPlaced, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'placed',
});
export const orderReturned = describeEvent(booking.OrderReturned, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'returned',
});
export const orderResubmitted = describeEvent(booking.OrderResubmitted, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'resubmitted',
});
export const orderApproved = describeEvent(booking.OrderApproved, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'approved',
});
export const orderConfirmed = describeEvent(booking.OrderConfirmed, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'confirmed',
});
export const orderExpired = describeEvent(booking.OrderExpired, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'expired',
});
export const orderCancelled = describeEvent(booking.OrderCancelled, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'cancelled',
});
export const orderTravelling = describeEvent(booking.OrderTravelling, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'travelling',
});
export const orderCompleted = describeEvent(booking.OrderCompleted, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'completed',
});
export const orderSettled = describeEvent(booking.OrderSettled, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'settled',
});
/** The hold of an order that nobody has paid for ends. */
export const holdExpiryDue = describeEvent(booking.HoldExpiryDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'order',
  what: 'hold-expiry-due',
});
export const customerRegistered = describeEvent(crm.CustomerRegistered, {
  kind: 'event',
  service: 'crm',
  noun: 'customer',
  what: 'registered',
});
export const customerChanged = describeEvent(crm.CustomerChanged, {
  kind: 'event',
  service: 'crm',
  noun: 'customer',
  what: 'changed',
});
export const travellerAdded = describeEvent(crm.TravellerAdded, {
  kind: 'event',
  service: 'crm',
  noun: 'traveller',
  what: 'added',
});
export const travellerChanged = describeEvent(crm.TravellerChanged, {
  kind: 'event',
  service: 'crm',
  noun: 'traveller',
  what: 'changed',
});
export const surveySent = describeEvent(crm.SurveySent, {
  kind: 'event',
  service: 'crm',
  noun: 'survey',
  what: 'sent',
});
export const surveyAnswered = describeEvent(crm.SurveyAnswered, {
  kind: 'event',
  service: 'crm',
  noun: 'survey',
  what: 'answered',
});
export const paymentReceived = describeEvent(finance.PaymentReceived, {
  kind: 'event',
  service: 'finance',
  noun: 'payment',
  what: 'received',
});
/** A payment was recorded in error and taken back by a reversal entry: the order has so much less. */
export const paymentReversed = describeEvent(finance.PaymentReversed, {
  kind: 'event',
  service: 'finance',
  noun: 'payment',
  what: 'reversed',
});
export const supplierCostRecorded = describeEvent(finance.SupplierCostRecorded, {
  kind: 'event',
  service: 'finance',
  noun: 'supplier-cost',
  what: 'recorded',
});
/** A cost was recorded in error and taken back by a reversal entry: the departure has so much less. */
export const supplierCostReversed = describeEvent(finance.SupplierCostReversed, {
  kind: 'event',
  service: 'finance',
  noun: 'supplier-cost',
  what: 'reversed',
});
export const groupSettled = describeEvent(finance.GroupSettled, {
  kind: 'event',
  service: 'finance',
  noun: 'group-settlement',
  what: 'settled',
});
export const invoiceIssued = describeEvent(finance.InvoiceIssued, {
  kind: 'event',
  service: 'finance',
  noun: 'invoice',
  what: 'issued',
});
export const agencyFounded = describeEvent(identity.AgencyFounded, {
  kind: 'event',
  service: 'identity',
  noun: 'agency',
  what: 'founded',
});
export const branchOpened = describeEvent(identity.BranchOpened, {
  kind: 'event',
  service: 'identity',
  noun: 'branch',
  what: 'opened',
});
export const userAdded = describeEvent(identity.UserAdded, {
  kind: 'event',
  service: 'identity',
  noun: 'user',
  what: 'added',
});
/** Roles, single grants or the state of a user changed: what was cached of the user is no longer true. */
export const userAccessChanged = describeEvent(identity.UserAccessChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'user',
  what: 'access-changed',
});
export const sessionStarted = describeEvent(identity.SessionStarted, {
  kind: 'event',
  service: 'identity',
  noun: 'session',
  what: 'started',
});
export const sessionEnded = describeEvent(identity.SessionEnded, {
  kind: 'event',
  service: 'identity',
  noun: 'session',
  what: 'ended',
});
/** Entries of the audit trail were taken out of the system. */
export const auditExported = describeEvent(identity.AuditExported, {
  kind: 'event',
  service: 'identity',
  noun: 'audit',
  what: 'exported',
});
export const requestTaken = describeEvent(itinerary.RequestTaken, {
  kind: 'event',
  service: 'itinerary',
  noun: 'request',
  what: 'taken',
});
export const planDrafted = describeEvent(itinerary.PlanDrafted, {
  kind: 'event',
  service: 'itinerary',
  noun: 'plan',
  what: 'drafted',
});
export const planRevised = describeEvent(itinerary.PlanRevised, {
  kind: 'event',
  service: 'itinerary',
  noun: 'plan',
  what: 'revised',
});
export const contractGenerated = describeEvent(itinerary.ContractGenerated, {
  kind: 'event',
  service: 'itinerary',
  noun: 'contract',
  what: 'generated',
});
/** The contract is ready for the customer, who signs through a link that is asked for when it is sent. */
export const contractSent = describeEvent(itinerary.ContractSent, {
  kind: 'event',
  service: 'itinerary',
  noun: 'contract',
  what: 'sent',
});
export const contractSigned = describeEvent(itinerary.ContractSigned, {
  kind: 'event',
  service: 'itinerary',
  noun: 'contract',
  what: 'signed',
});
/** An unsigned contract was replaced by a newer one for the same order. */
export const contractSuperseded = describeEvent(itinerary.ContractSuperseded, {
  kind: 'event',
  service: 'itinerary',
  noun: 'contract',
  what: 'superseded',
});
/** The order of a contract has ended before the trip: the contract binds nobody any more. */
export const contractVoided = describeEvent(itinerary.ContractVoided, {
  kind: 'event',
  service: 'itinerary',
  noun: 'contract',
  what: 'voided',
});
export const operationsSheetOpened = describeEvent(itinerary.OperationsSheetOpened, {
  kind: 'event',
  service: 'itinerary',
  noun: 'operations-sheet',
  what: 'opened',
});
export const supplierReservationRequested = describeEvent(itinerary.SupplierReservationRequested, {
  kind: 'event',
  service: 'itinerary',
  noun: 'operations-sheet',
  what: 'reservation-requested',
});
export const supplierReservationConfirmed = describeEvent(itinerary.SupplierReservationConfirmed, {
  kind: 'event',
  service: 'itinerary',
  noun: 'operations-sheet',
  what: 'reservation-confirmed',
});
export const guideAssigned = describeEvent(itinerary.GuideAssigned, {
  kind: 'event',
  service: 'itinerary',
  noun: 'operations-sheet',
  what: 'guide-assigned',
});
export const travellerCheckedIn = describeEvent(itinerary.TravellerCheckedIn, {
  kind: 'event',
  service: 'itinerary',
  noun: 'operations-sheet',
  what: 'traveller-checked-in',
});
export const tripEnded = describeEvent(itinerary.TripEnded, {
  kind: 'event',
  service: 'itinerary',
  noun: 'operations-sheet',
  what: 'trip-ended',
});
export const archiveFileOpened = describeEvent(itinerary.ArchiveFileOpened, {
  kind: 'event',
  service: 'itinerary',
  noun: 'archive-file',
  what: 'opened',
});
export const archiveFileClosed = describeEvent(itinerary.ArchiveFileClosed, {
  kind: 'event',
  service: 'itinerary',
  noun: 'archive-file',
  what: 'closed',
});
/** A message waits to be sent. */
export const notificationQueued = describeEvent(notifications.NotificationQueued, {
  kind: 'event',
  service: 'notifications',
  noun: 'delivery',
  what: 'queued',
});
export const notificationSent = describeEvent(notifications.NotificationSent, {
  kind: 'event',
  service: 'notifications',
  noun: 'delivery',
  what: 'sent',
});
/** A message was given up; a person can send it again. */
export const notificationFailed = describeEvent(notifications.NotificationFailed, {
  kind: 'event',
  service: 'notifications',
  noun: 'delivery',
  what: 'failed',
});
/** A person has a message that was given up sent again. */
export const notificationRequeued = describeEvent(notifications.NotificationRequeued, {
  kind: 'event',
  service: 'notifications',
  noun: 'delivery',
  what: 'requeued',
});
export const templateChanged = describeEvent(notifications.TemplateChanged, {
  kind: 'event',
  service: 'notifications',
  noun: 'template',
  what: 'changed',
});
/** A week before departure, or at once where the departure is nearer. */
export const departureReminderDue = describeEvent(notifications.DepartureReminderDue, {
  kind: 'timer',
  service: 'notifications',
  noun: 'reminder',
  what: 'departure-due',
});
/** A message waits for its next attempt. */
export const deliveryDue = describeEvent(notifications.DeliveryDue, {
  kind: 'timer',
  service: 'notifications',
  noun: 'delivery',
  what: 'due',
});

/** Every event and timer by its CloudEvents type. */
export const eventCatalogue = [
  readModelsRebuilt,
  productCreated,
  departureScheduled,
  orderPlaced,
  orderReturned,
  orderResubmitted,
  orderApproved,
  orderConfirmed,
  orderExpired,
  orderCancelled,
  orderTravelling,
  orderCompleted,
  orderSettled,
  holdExpiryDue,
  customerRegistered,
  customerChanged,
  travellerAdded,
  travellerChanged,
  surveySent,
  surveyAnswered,
  paymentReceived,
  paymentReversed,
  supplierCostRecorded,
  supplierCostReversed,
  groupSettled,
  invoiceIssued,
  agencyFounded,
  branchOpened,
  userAdded,
  userAccessChanged,
  sessionStarted,
  sessionEnded,
  auditExported,
  requestTaken,
  planDrafted,
  planRevised,
  contractGenerated,
  contractSent,
  contractSigned,
  contractSuperseded,
  contractVoided,
  operationsSheetOpened,
  supplierReservationRequested,
  supplierReservationConfirmed,
  guideAssigned,
  travellerCheckedIn,
  tripEnded,
  archiveFileOpened,
  archiveFileClosed,
  notificationQueued,
  notificationSent,
  notificationFailed,
  notificationRequeued,
  templateChanged,
  departureReminderDue,
  deliveryDue,
] as const;

/** What each rpc declares of who may call it, by its path. */
export const rpcDeclarations: Readonly<Record<string, RpcDeclaration>> = {
  '/yitu.analytics.v1.FiguresService/GetBranchDay': { permission: 'analytics.report.read', callers: [] },
  '/yitu.booking.v1.OrdersService/GetOrder': {
    permission: 'booking.order.read',
    callers: ['itinerary', 'finance', 'notifications'],
  },
  '/yitu.booking.v1.OrdersService/ListDepartureOrders': {
    permission: 'booking.order.read',
    callers: ['itinerary', 'finance'],
  },
  '/yitu.booking.v1.DeparturesService/GetDeparture': {
    permission: 'booking.departure.read',
    callers: ['itinerary', 'finance', 'notifications'],
  },
  '/yitu.crm.v1.CustomersService/GetCustomer': {
    permission: 'crm.customer.read',
    callers: ['booking', 'itinerary', 'finance'],
  },
  '/yitu.crm.v1.CustomersService/GetContact': {
    permission: 'crm.customer.read',
    callers: ['notifications', 'itinerary'],
  },
  '/yitu.crm.v1.CustomersService/ListTravellers': {
    permission: 'crm.traveller.read',
    callers: ['booking', 'itinerary'],
  },
  '/yitu.crm.v1.SurveysService/GetSurveyLink': { callers: ['notifications'] },
  '/yitu.finance.v1.PaymentsService/GetOrderBalance': {
    permission: 'finance.payment.read',
    callers: ['booking', 'itinerary'],
  },
  '/yitu.identity.v1.AccessService/DescribeAccess': {
    callers: ['identity', 'crm', 'booking', 'itinerary', 'finance', 'notifications', 'analytics', 'gateway'],
  },
  '/yitu.identity.v1.AccessService/IssueServiceToken': { callers: [], ownCredential: true },
  '/yitu.identity.v1.StaffService/GetStaffMember': {
    permission: 'identity.user.read',
    callers: ['itinerary', 'notifications'],
  },
  '/yitu.itinerary.v1.TripsService/GetTrip': { permission: 'itinerary.trip.read', callers: ['finance'] },
  '/yitu.itinerary.v1.ContractsService/GetSigningLink': { callers: ['notifications'] },
  '/yitu.notifications.v1.DeliveriesService/ListDeliveries': {
    permission: 'notifications.delivery.read',
    callers: ['crm', 'itinerary'],
  },
};
