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
export const productChanged = describeEvent(booking.ProductChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'product',
  what: 'changed',
});
export const productPublished = describeEvent(booking.ProductPublished, {
  kind: 'event',
  service: 'booking',
  noun: 'product',
  what: 'published',
});
export const productWithdrawn = describeEvent(booking.ProductWithdrawn, {
  kind: 'event',
  service: 'booking',
  noun: 'product',
  what: 'withdrawn',
});
/** The departure whose price a product is listed with can no longer be bought. */
export const listedPriceStale = describeEvent(booking.ListedPriceStale, {
  kind: 'timer',
  service: 'booking',
  noun: 'product',
  what: 'listed-price-stale',
});
export const articleWritten = describeEvent(booking.ArticleWritten, {
  kind: 'event',
  service: 'booking',
  noun: 'article',
  what: 'written',
});
export const articleChanged = describeEvent(booking.ArticleChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'article',
  what: 'changed',
});
export const articlePublished = describeEvent(booking.ArticlePublished, {
  kind: 'event',
  service: 'booking',
  noun: 'article',
  what: 'published',
});
export const articleWithdrawn = describeEvent(booking.ArticleWithdrawn, {
  kind: 'event',
  service: 'booking',
  noun: 'article',
  what: 'withdrawn',
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
/** Money of the customer's is to be paid back: everything received for the order beyond what is kept, this much of it newly so. */
export const orderRefundDue = describeEvent(booking.OrderRefundDue, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'refund-due',
});
/** What is owed for cancelling an order or a part of it, decided and no more open. */
export const orderPenaltyOwed = describeEvent(booking.OrderPenaltyOwed, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'penalty-owed',
});
/** A traveller or a service of an order was cancelled; the order goes on with what is left. */
export const orderPartCancelled = describeEvent(booking.OrderPartCancelled, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'part-cancelled',
});
/** The terms on which orders placed from now on are cancelled. */
export const cancellationPolicySet = describeEvent(booking.CancellationPolicySet, {
  kind: 'event',
  service: 'booking',
  noun: 'cancellation-policy',
  what: 'set',
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
/** A product's prices by season were set; departures that are scheduled from now on take them. */
export const priceListSet = describeEvent(booking.PriceListSet, {
  kind: 'event',
  service: 'booking',
  noun: 'price-list',
  what: 'set',
});
/** It takes no more orders, until it is opened again. */
export const departureClosed = describeEvent(booking.DepartureClosed, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'closed',
});
export const departureReopened = describeEvent(booking.DepartureReopened, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'reopened',
});
export const departureCapacityChanged = describeEvent(booking.DepartureCapacityChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'capacity-changed',
});
/** What was scheduled is another by now. The dates change only while nothing of it is sold. */
export const departureChanged = describeEvent(booking.DepartureChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'changed',
});
/** Orders placed before keep their prices. */
export const departurePricesChanged = describeEvent(booking.DeparturePricesChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'prices-changed',
});
/** The group takes place. */
export const departureGuaranteed = describeEvent(booking.DepartureGuaranteed, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'guaranteed',
});
/** The minimum group is not reached on the day people look at it. */
export const departureAtRisk = describeEvent(booking.DepartureAtRisk, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'at-risk',
});
export const departureCancelled = describeEvent(booking.DepartureCancelled, {
  kind: 'event',
  service: 'booking',
  noun: 'departure',
  what: 'cancelled',
});
/** A day on which it is decided whether a group takes place. */
export const groupDecisionDue = describeEvent(booking.GroupDecisionDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'departure',
  what: 'group-decision-due',
});
/** The orders of a departure that takes place are told of it. */
export const guaranteeTellingDue = describeEvent(booking.GuaranteeTellingDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'departure',
  what: 'guarantee-telling-due',
});
/** A cancelled departure's orders that nobody has paid for end; of the others it is told that their customers may choose. */
export const unpaidOrdersEndDue = describeEvent(booking.UnpaidOrdersEndDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'departure',
  what: 'unpaid-orders-end-due',
});
/** The last day on which the customer of a called-off departure could choose is over. */
export const groupChoiceOver = describeEvent(booking.GroupChoiceOver, {
  kind: 'timer',
  service: 'booking',
  noun: 'order',
  what: 'group-choice-over',
});
/** What a customer chose after their departure was cancelled. A transfer or postponement has moved the order; a refund is to be paid back. */
export const orderGroupChoiceRecorded = describeEvent(booking.OrderGroupChoiceRecorded, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'group-choice-recorded',
});
/** The departure of an order that stands does not take place: its customer chooses what becomes of it. */
export const orderDepartureCalledOff = describeEvent(booking.OrderDepartureCalledOff, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'departure-called-off',
});
/** The departure of an order that stands takes place for certain. */
export const orderDepartureGuaranteed = describeEvent(booking.OrderDepartureGuaranteed, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'departure-guaranteed',
});
/** What a branch earns for selling what another one operates; recorded once an order, when it is confirmed. */
export const commissionEarned = describeEvent(booking.CommissionEarned, {
  kind: 'event',
  service: 'booking',
  noun: 'commission',
  what: 'earned',
});
/** So much of an order's commission is not earned any more, since the order was cancelled in whole or in part. */
export const commissionReversed = describeEvent(booking.CommissionReversed, {
  kind: 'event',
  service: 'booking',
  noun: 'commission',
  what: 'reversed',
});
/** The prices at which a branch sells as an agent were set, for orders placed from now on. */
export const agentPriceListSet = describeEvent(booking.AgentPriceListSet, {
  kind: 'event',
  service: 'booking',
  noun: 'agent-price-list',
  what: 'set',
});
/** Somebody wants another credit limit for a franchise branch; it counts when somebody else has approved it. */
export const creditLimitProposed = describeEvent(booking.CreditLimitProposed, {
  kind: 'event',
  service: 'booking',
  noun: 'credit-limit',
  what: 'proposed',
});
export const creditLimitApproved = describeEvent(booking.CreditLimitApproved, {
  kind: 'event',
  service: 'booking',
  noun: 'credit-limit',
  what: 'approved',
});
/** A customer asks to be quoted. Product, departure and dates are empty where nothing is said of them. */
export const quotationRequestMade = describeEvent(booking.QuotationRequestMade, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation-request',
  what: 'made',
});
/** Somebody writes the quotation that was asked for. */
export const quotationRequestQuoted = describeEvent(booking.QuotationRequestQuoted, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation-request',
  what: 'quoted',
});
export const quotationRequestDeclined = describeEvent(booking.QuotationRequestDeclined, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation-request',
  what: 'declined',
});
/** The customer needs no quotation any more. */
export const quotationRequestWithdrawn = describeEvent(booking.QuotationRequestWithdrawn, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation-request',
  what: 'withdrawn',
});
/** The departure is empty where there is none. */
export const quotationDrafted = describeEvent(booking.QuotationDrafted, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'drafted',
});
/** A revision replaces the one before it; that one stays as it was. */
export const quotationRevised = describeEvent(booking.QuotationRevised, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'revised',
});
/** Somebody other than its author agreed to sell below cost. */
export const quotationBelowCostApproved = describeEvent(booking.QuotationBelowCostApproved, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'below-cost-approved',
});
export const quotationSent = describeEvent(booking.QuotationSent, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'sent',
});
export const quotationAccepted = describeEvent(booking.QuotationAccepted, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'accepted',
});
export const quotationDeclined = describeEvent(booking.QuotationDeclined, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'declined',
});
export const quotationExpired = describeEvent(booking.QuotationExpired, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'expired',
});
export const quotationOrdered = describeEvent(booking.QuotationOrdered, {
  kind: 'event',
  service: 'booking',
  noun: 'quotation',
  what: 'ordered',
});
/** The end this message was sent for; it means nothing to a quotation that is valid until another moment by now. */
export const quotationExpiryDue = describeEvent(booking.QuotationExpiryDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'quotation',
  what: 'expiry-due',
});
export const couponCampaignOpened = describeEvent(booking.CouponCampaignOpened, {
  kind: 'event',
  service: 'booking',
  noun: 'coupon-campaign',
  what: 'opened',
});
export const couponCampaignEnded = describeEvent(booking.CouponCampaignEnded, {
  kind: 'event',
  service: 'booking',
  noun: 'coupon-campaign',
  what: 'ended',
});
export const supplierEntered = describeEvent(booking.SupplierEntered, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'entered',
});
export const supplierChanged = describeEvent(booking.SupplierChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'changed',
});
/** Who they are stays in booking. */
export const supplierContactsSet = describeEvent(booking.SupplierContactsSet, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'contacts-set',
});
/** Nothing new is bought there. */
export const supplierBlocked = describeEvent(booking.SupplierBlocked, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'blocked',
});
export const supplierUnblocked = describeEvent(booking.SupplierUnblocked, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'unblocked',
});
/** What it costs is for those who may see it. */
export const supplierRateSet = describeEvent(booking.SupplierRateSet, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'rate-set',
});
/** Nothing is bought at this rate any more. */
export const supplierRateEnded = describeEvent(booking.SupplierRateEnded, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'rate-ended',
});
export const supplierRated = describeEvent(booking.SupplierRated, {
  kind: 'event',
  service: 'booking',
  noun: 'supplier',
  what: 'rated',
});
/** An order that nobody has approved yet was changed by its author; its price was computed anew. */
export const orderEdited = describeEvent(booking.OrderEdited, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'edited',
});
/** Unnamed places of an approved order were given their travellers, or somebody travels in the place of another, before its trip began. */
export const orderTravellersNamed = describeEvent(booking.OrderTravellersNamed, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'travellers-named',
});
/** A party waits for seats of a full departure. */
export const waitingEntryJoined = describeEvent(booking.WaitingEntryJoined, {
  kind: 'event',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'joined',
});
/** Seats that came free are held for the party until the offer ends. */
export const waitingEntryOffered = describeEvent(booking.WaitingEntryOffered, {
  kind: 'event',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'offered',
});
/** The offer has become an order; its seats were held already. */
export const waitingEntryAccepted = describeEvent(booking.WaitingEntryAccepted, {
  kind: 'event',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'accepted',
});
export const waitingEntryDeclined = describeEvent(booking.WaitingEntryDeclined, {
  kind: 'event',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'declined',
});
/** Nobody answered the offer in its time. */
export const waitingEntryLapsed = describeEvent(booking.WaitingEntryLapsed, {
  kind: 'event',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'lapsed',
});
export const waitingEntryLeft = describeEvent(booking.WaitingEntryLeft, {
  kind: 'event',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'left',
});
/** Its departure does not take place. */
export const waitingEntryEnded = describeEvent(booking.WaitingEntryEnded, {
  kind: 'event',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'ended',
});
/** An offer's time is over. */
export const waitingOfferLapseDue = describeEvent(booking.WaitingOfferLapseDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'waiting-entry',
  what: 'offer-lapse-due',
});
/** Seats of a departure came free that somebody waits for. */
export const waitingListOfferDue = describeEvent(booking.WaitingListOfferDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'departure',
  what: 'waiting-list-offer-due',
});
/** More was paid for an order than it costs. */
export const orderOverpaid = describeEvent(booking.OrderOverpaid, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'overpaid',
});
/** The customer is to be told that something is to be paid today, or that its day is over and it has not come in. */
export const orderPaymentReminded = describeEvent(booking.OrderPaymentReminded, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'payment-reminded',
});
/** The grace of an overdue balance is over, or that of a deposit that was taken back; somebody has to decide what becomes of the order. */
export const orderBalanceFlagged = describeEvent(booking.OrderBalanceFlagged, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'balance-flagged',
});
/** Finance has taken a payment of an approved order back, and what is due of it has not come in any more. */
export const orderPaymentTakenBack = describeEvent(booking.OrderPaymentTakenBack, {
  kind: 'event',
  service: 'booking',
  noun: 'order',
  what: 'payment-taken-back',
});
/** It is looked at whether what is due has come in. */
export const paymentReminderDue = describeEvent(booking.PaymentReminderDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'order',
  what: 'payment-reminder-due',
});
/** The grace of a balance is over, or that of a deposit that was taken back. */
export const balanceReleaseDue = describeEvent(booking.BalanceReleaseDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'order',
  what: 'balance-release-due',
});
/** Units of a supplier that the agency may sell were contracted; their dates are set one range after the other. */
export const allotmentContracted = describeEvent(booking.AllotmentContracted, {
  kind: 'event',
  service: 'booking',
  noun: 'allotment',
  what: 'contracted',
});
export const allotmentDatesSet = describeEvent(booking.AllotmentDatesSet, {
  kind: 'event',
  service: 'booking',
  noun: 'allotment',
  what: 'dates-set',
});
/** Sale is stopped for these dates, until they are reopened. */
export const allotmentClosed = describeEvent(booking.AllotmentClosed, {
  kind: 'event',
  service: 'booking',
  noun: 'allotment',
  what: 'closed',
});
export const allotmentReopened = describeEvent(booking.AllotmentReopened, {
  kind: 'event',
  service: 'booking',
  noun: 'allotment',
  what: 'reopened',
});
/** Unused units went back to the supplier on the release day of their dates. No unit of a date is told twice. */
export const allotmentReleased = describeEvent(booking.AllotmentReleased, {
  kind: 'event',
  service: 'booking',
  noun: 'allotment',
  what: 'released',
});
export const allotmentTakingMade = describeEvent(booking.AllotmentTakingMade, {
  kind: 'event',
  service: 'booking',
  noun: 'allotment-taking',
  what: 'made',
});
/** The units can be taken again. */
export const allotmentTakingEnded = describeEvent(booking.AllotmentTakingEnded, {
  kind: 'event',
  service: 'booking',
  noun: 'allotment-taking',
  what: 'ended',
});
/** The release day of dates of an allotment begins. */
export const allotmentReleaseDue = describeEvent(booking.AllotmentReleaseDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'allotment',
  what: 'release-due',
});
/** What an order that has ended took of allotments goes back. */
export const orderTakingsEndDue = describeEvent(booking.OrderTakingsEndDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'order',
  what: 'takings-end-due',
});
/** Pictures of a product were added, removed, put into another order, or say something else. */
export const productPicturesChanged = describeEvent(booking.ProductPicturesChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'product',
  what: 'pictures-changed',
});
export const articlePicturesChanged = describeEvent(booking.ArticlePicturesChanged, {
  kind: 'event',
  service: 'booking',
  noun: 'article',
  what: 'pictures-changed',
});
/** A file of products or departures was taken in; its rows are worked through. */
export const importStarted = describeEvent(booking.ImportStarted, {
  kind: 'event',
  service: 'booking',
  noun: 'import',
  what: 'started',
});
/** Some rows of an import wait to be worked on. */
export const importRowsDue = describeEvent(booking.ImportRowsDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'import',
  what: 'rows-due',
});
export const importFinished = describeEvent(booking.ImportFinished, {
  kind: 'event',
  service: 'booking',
  noun: 'import',
  what: 'finished',
});
/** Somebody stopped it, or it waited for too long: what its rows have become stays. */
export const importCancelled = describeEvent(booking.ImportCancelled, {
  kind: 'event',
  service: 'booking',
  noun: 'import',
  what: 'cancelled',
});
/** Whatever of an import still waits is given up. */
export const importExpiryDue = describeEvent(booking.ImportExpiryDue, {
  kind: 'timer',
  service: 'booking',
  noun: 'import',
  what: 'expiry-due',
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
/** The keys of a customer's protected fields are destroyed, bank accounts and the documents of the customer as a traveller with them. */
export const customerSensitiveDataErased = describeEvent(crm.CustomerSensitiveDataErased, {
  kind: 'event',
  service: 'crm',
  noun: 'customer',
  what: 'sensitive-data-erased',
});
/** The keys of a traveller's protected fields are destroyed, the documents with them. */
export const travellerSensitiveDataErased = describeEvent(crm.TravellerSensitiveDataErased, {
  kind: 'event',
  service: 'crm',
  noun: 'traveller',
  what: 'sensitive-data-erased',
});
export const documentEntered = describeEvent(crm.DocumentEntered, {
  kind: 'event',
  service: 'crm',
  noun: 'document',
  what: 'entered',
});
export const documentChanged = describeEvent(crm.DocumentChanged, {
  kind: 'event',
  service: 'crm',
  noun: 'document',
  what: 'changed',
});
export const documentRemoved = describeEvent(crm.DocumentRemoved, {
  kind: 'event',
  service: 'crm',
  noun: 'document',
  what: 'removed',
});
/** Somebody looked at a document's number. Stands in no sequence: looking changes nothing. */
export const documentRevealed = describeEvent(crm.DocumentRevealed, {
  kind: 'event',
  service: 'crm',
  noun: 'document',
  what: 'revealed',
});
/** Somebody else looks after the customer now. */
export const customerOwnerChanged = describeEvent(crm.CustomerOwnerChanged, {
  kind: 'event',
  service: 'crm',
  noun: 'customer',
  what: 'owner-changed',
});
/** More customers of somebody who has left are to be handed over. */
export const customerHandoverDue = describeEvent(crm.CustomerHandoverDue, {
  kind: 'timer',
  service: 'crm',
  noun: 'customer',
  what: 'handover-due',
});
export const bankAccountEntered = describeEvent(crm.BankAccountEntered, {
  kind: 'event',
  service: 'crm',
  noun: 'bank-account',
  what: 'entered',
});
export const bankAccountChanged = describeEvent(crm.BankAccountChanged, {
  kind: 'event',
  service: 'crm',
  noun: 'bank-account',
  what: 'changed',
});
export const bankAccountRemoved = describeEvent(crm.BankAccountRemoved, {
  kind: 'event',
  service: 'crm',
  noun: 'bank-account',
  what: 'removed',
});
/** Somebody looked at a bank account's number. Stands in no sequence. */
export const bankAccountRevealed = describeEvent(crm.BankAccountRevealed, {
  kind: 'event',
  service: 'crm',
  noun: 'bank-account',
  what: 'revealed',
});
/** A file of customers was taken in; its rows are worked through. */
export const customerImportStarted = describeEvent(crm.CustomerImportStarted, {
  kind: 'event',
  service: 'crm',
  noun: 'import',
  what: 'started',
});
/** Some rows of an import wait to be worked on. */
export const customerImportRowsDue = describeEvent(crm.CustomerImportRowsDue, {
  kind: 'timer',
  service: 'crm',
  noun: 'import',
  what: 'rows-due',
});
export const customerImportFinished = describeEvent(crm.CustomerImportFinished, {
  kind: 'event',
  service: 'crm',
  noun: 'import',
  what: 'finished',
});
/** Somebody stopped it, it waited for too long, or its author has left: what its rows have become stays. */
export const customerImportCancelled = describeEvent(crm.CustomerImportCancelled, {
  kind: 'event',
  service: 'crm',
  noun: 'import',
  what: 'cancelled',
});
/** Whatever of an import still waits is given up. */
export const customerImportExpiryDue = describeEvent(crm.CustomerImportExpiryDue, {
  kind: 'timer',
  service: 'crm',
  noun: 'import',
  what: 'expiry-due',
});
/** A customer has given or withdrawn their consent. Of each purpose and channel what has the latest said_at holds (of two the later consent_id), in whichever order it was recorded: older forms are found later. */
export const consentRecorded = describeEvent(crm.ConsentRecorded, {
  kind: 'event',
  service: 'crm',
  noun: 'consent',
  what: 'recorded',
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
/** A part of a payment is to be paid back to the customer; the sum over a payment is never more than the payment. */
export const refundRecorded = describeEvent(finance.RefundRecorded, {
  kind: 'event',
  service: 'finance',
  noun: 'refund',
  what: 'recorded',
});
/** The money has gone back to the customer. */
export const refundPaid = describeEvent(finance.RefundPaid, {
  kind: 'event',
  service: 'finance',
  noun: 'refund',
  what: 'paid',
});
/** A refund above the agency's limit may be paid now. */
export const refundApproved = describeEvent(finance.RefundApproved, {
  kind: 'event',
  service: 'finance',
  noun: 'refund',
  what: 'approved',
});
/** The agency owes a customer compensation for cancelling. */
export const compensationRecorded = describeEvent(finance.CompensationRecorded, {
  kind: 'event',
  service: 'finance',
  noun: 'compensation',
  what: 'recorded',
});
/** A compensation above the agency's limit may be paid now. */
export const compensationApproved = describeEvent(finance.CompensationApproved, {
  kind: 'event',
  service: 'finance',
  noun: 'compensation',
  what: 'approved',
});
export const compensationPaid = describeEvent(finance.CompensationPaid, {
  kind: 'event',
  service: 'finance',
  noun: 'compensation',
  what: 'paid',
});
/** Somebody was sent to a provider's page to pay. */
export const onlinePaymentStarted = describeEvent(finance.OnlinePaymentStarted, {
  kind: 'event',
  service: 'finance',
  noun: 'online-payment',
  what: 'started',
});
/** The provider says that it has the money; payment.received tells of the payment it became. */
export const onlinePaymentPaid = describeEvent(finance.OnlinePaymentPaid, {
  kind: 'event',
  service: 'finance',
  noun: 'online-payment',
  what: 'paid',
});
/** The provider says that the payment did not come about. */
export const onlinePaymentRefused = describeEvent(finance.OnlinePaymentRefused, {
  kind: 'event',
  service: 'finance',
  noun: 'online-payment',
  what: 'refused',
});
/** A provider's message does not fit what was asked for: a person must look at it. */
export const onlinePaymentCallbackSetAside = describeEvent(finance.OnlinePaymentCallbackSetAside, {
  kind: 'event',
  service: 'finance',
  noun: 'online-payment',
  what: 'callback-set-aside',
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
/** Through which provider an agency's people sign in. */
export const identityProviderChanged = describeEvent(identity.IdentityProviderChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'identity-provider',
  what: 'changed',
});
/** Somebody who tries to sign in as this user has to wait after too many failures. Told once an hour at most. */
export const userLockedOut = describeEvent(identity.UserLockedOut, {
  kind: 'event',
  service: 'identity',
  noun: 'user',
  what: 'locked-out',
});
/** Sign-ins at the agency fail in a burst, over all its accounts. Told once for each window at most. */
export const agencySignInsFailing = describeEvent(identity.AgencySignInsFailing, {
  kind: 'event',
  service: 'identity',
  noun: 'agency',
  what: 'sign-ins-failing',
});
/** Which roles need a second factor to sign in has changed. */
export const agencySecondFactorRequired = describeEvent(identity.AgencySecondFactorRequired, {
  kind: 'event',
  service: 'identity',
  noun: 'agency',
  what: 'second-factor-required',
});
/** Entries of the audit trail were taken out of the system. */
export const auditExported = describeEvent(identity.AuditExported, {
  kind: 'event',
  service: 'identity',
  noun: 'audit',
  what: 'exported',
});
/** A security incident was opened, by a person or by a rule. */
export const incidentOpened = describeEvent(identity.IncidentOpened, {
  kind: 'event',
  service: 'identity',
  noun: 'incident',
  what: 'opened',
});
/** Severity, owner or state of an incident changed in a way that has no event of its own. */
export const incidentChanged = describeEvent(identity.IncidentChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'incident',
  what: 'changed',
});
export const incidentContained = describeEvent(identity.IncidentContained, {
  kind: 'event',
  service: 'identity',
  noun: 'incident',
  what: 'contained',
});
export const incidentClosed = describeEvent(identity.IncidentClosed, {
  kind: 'event',
  service: 'identity',
  noun: 'incident',
  what: 'closed',
});
export const incidentReopened = describeEvent(identity.IncidentReopened, {
  kind: 'event',
  service: 'identity',
  noun: 'incident',
  what: 'reopened',
});
/** Members of staff are to be told of an incident. */
export const incidentStaffNotified = describeEvent(identity.IncidentStaffNotified, {
  kind: 'event',
  service: 'identity',
  noun: 'incident',
  what: 'staff-notified',
});
export const incidentRulesChanged = describeEvent(identity.IncidentRulesChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'incident-rule',
  what: 'changed',
});
export const courseDefined = describeEvent(identity.CourseDefined, {
  kind: 'event',
  service: 'identity',
  noun: 'course',
  what: 'defined',
});
export const courseChanged = describeEvent(identity.CourseChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'course',
  what: 'changed',
});
export const trainingHeld = describeEvent(identity.TrainingHeld, {
  kind: 'event',
  service: 'identity',
  noun: 'training',
  what: 'held',
});
/** More people were noted as having attended. */
export const trainingAttended = describeEvent(identity.TrainingAttended, {
  kind: 'event',
  service: 'identity',
  noun: 'training',
  what: 'attended',
});
export const assessmentRecorded = describeEvent(identity.AssessmentRecorded, {
  kind: 'event',
  service: 'identity',
  noun: 'assessment',
  what: 'recorded',
});
/** A certificate runs out soon and no later one is there. */
export const assessmentExpiring = describeEvent(identity.AssessmentExpiring, {
  kind: 'event',
  service: 'identity',
  noun: 'assessment',
  what: 'expiring',
});
/** A certificate has run out and no later one is there. */
export const assessmentExpired = describeEvent(identity.AssessmentExpired, {
  kind: 'event',
  service: 'identity',
  noun: 'assessment',
  what: 'expired',
});
/** Thirty days before a certificate ends. */
export const assessmentReminderDue = describeEvent(identity.AssessmentReminderDue, {
  kind: 'timer',
  service: 'identity',
  noun: 'assessment',
  what: 'reminder-due',
});
/** The day after a certificate's last one has begun. */
export const assessmentExpiryDue = describeEvent(identity.AssessmentExpiryDue, {
  kind: 'timer',
  service: 'identity',
  noun: 'assessment',
  what: 'expiry-due',
});
/** Which valid courses a role asks for, and what becomes of it when one runs out. */
export const roleRequirementChanged = describeEvent(identity.RoleRequirementChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'role-requirement',
  what: 'changed',
});
/** An API client of an integration team; its id is its user id as well. */
export const clientCreated = describeEvent(identity.ClientCreated, {
  kind: 'event',
  service: 'identity',
  noun: 'client',
  what: 'created',
});
/** Its scopes changed, it has another secret, or it is in force again. */
export const clientChanged = describeEvent(identity.ClientChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'client',
  what: 'changed',
});
/** It gets no more tokens, and those it has are good for nothing. */
export const clientDisabled = describeEvent(identity.ClientDisabled, {
  kind: 'event',
  service: 'identity',
  noun: 'client',
  what: 'disabled',
});
/** An agency made a role of its own. */
export const roleCreated = describeEvent(identity.RoleCreated, {
  kind: 'event',
  service: 'identity',
  noun: 'role',
  what: 'created',
});
/** What a role permits has changed, for everybody who has it: what was cached of the agency's users is no longer true. */
export const roleChanged = describeEvent(identity.RoleChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'role',
  what: 'changed',
});
export const roleRemoved = describeEvent(identity.RoleRemoved, {
  kind: 'event',
  service: 'identity',
  noun: 'role',
  what: 'removed',
});
/** Nobody of the agency may sign in or act until it is resumed. */
export const agencySuspended = describeEvent(identity.AgencySuspended, {
  kind: 'event',
  service: 'identity',
  noun: 'agency',
  what: 'suspended',
});
export const agencyResumed = describeEvent(identity.AgencyResumed, {
  kind: 'event',
  service: 'identity',
  noun: 'agency',
  what: 'resumed',
});
/** Another name or another parent: who sees what of the branches around it may be different now. */
export const branchChanged = describeEvent(identity.BranchChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'branch',
  what: 'changed',
});
/** Nothing new belongs to the branch any more. */
export const branchClosed = describeEvent(identity.BranchClosed, {
  kind: 'event',
  service: 'identity',
  noun: 'branch',
  what: 'closed',
});
/** Somebody is invited to the staff, or is sent another link. */
export const invitationSent = describeEvent(identity.InvitationSent, {
  kind: 'event',
  service: 'identity',
  noun: 'invitation',
  what: 'sent',
});
export const invitationAccepted = describeEvent(identity.InvitationAccepted, {
  kind: 'event',
  service: 'identity',
  noun: 'invitation',
  what: 'accepted',
});
export const invitationWithdrawn = describeEvent(identity.InvitationWithdrawn, {
  kind: 'event',
  service: 'identity',
  noun: 'invitation',
  what: 'withdrawn',
});
/** Terms or a privacy policy of the agency, from a date on. */
export const legalTextPublished = describeEvent(identity.LegalTextPublished, {
  kind: 'event',
  service: 'identity',
  noun: 'legal-text',
  what: 'published',
});
/** Somebody wants to register as a customer; it is to be seen whether they can. */
export const registrationDue = describeEvent(identity.RegistrationDue, {
  kind: 'timer',
  service: 'identity',
  noun: 'registration',
  what: 'due',
});
/** A registration that was not confirmed in time is forgotten. */
export const registrationExpiryDue = describeEvent(identity.RegistrationExpiryDue, {
  kind: 'timer',
  service: 'identity',
  noun: 'registration',
  what: 'expiry-due',
});
/** The e-mail address of a new customer is to be confirmed. */
export const registrationAccepted = describeEvent(identity.RegistrationAccepted, {
  kind: 'event',
  service: 'identity',
  noun: 'registration',
  what: 'accepted',
});
/** Somebody has an account with the same name or address already: they are told, whoever tried is told nothing of it. */
export const registrationRefused = describeEvent(identity.RegistrationRefused, {
  kind: 'event',
  service: 'identity',
  noun: 'registration',
  what: 'refused',
});
/** A customer has an account of their own now. */
export const customerAccountRegistered = describeEvent(identity.CustomerAccountRegistered, {
  kind: 'event',
  service: 'identity',
  noun: 'customer-account',
  what: 'registered',
});
export const userProfileChanged = describeEvent(identity.UserProfileChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'user',
  what: 'profile-changed',
});
export const userPasswordChanged = describeEvent(identity.UserPasswordChanged, {
  kind: 'event',
  service: 'identity',
  noun: 'user',
  what: 'password-changed',
});
/** A member of staff has left; somebody else looks after what was theirs. */
export const userDeparted = describeEvent(identity.UserDeparted, {
  kind: 'event',
  service: 'identity',
  noun: 'user',
  what: 'departed',
});
/** A new e-mail address is to be confirmed, and the old one told of it. */
export const emailChangeRequested = describeEvent(identity.EmailChangeRequested, {
  kind: 'event',
  service: 'identity',
  noun: 'email-change',
  what: 'requested',
});
/** Somebody has forgotten a password; it is to be seen whose. */
export const passwordResetDue = describeEvent(identity.PasswordResetDue, {
  kind: 'timer',
  service: 'identity',
  noun: 'password-reset',
  what: 'due',
});
/** Somebody may set a new password by the link they are sent. */
export const passwordResetGranted = describeEvent(identity.PasswordResetGranted, {
  kind: 'event',
  service: 'identity',
  noun: 'password-reset',
  what: 'granted',
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
/** A plan went to the customer of one order, in the version it has at that moment. */
export const planProposalSent = describeEvent(itinerary.PlanProposalSent, {
  kind: 'event',
  service: 'itinerary',
  noun: 'plan-proposal',
  what: 'sent',
});
/** The customer agrees to exactly this version. */
export const planProposalAccepted = describeEvent(itinerary.PlanProposalAccepted, {
  kind: 'event',
  service: 'itinerary',
  noun: 'plan-proposal',
  what: 'accepted',
});
/** The customer wants it otherwise; what they wrote stays with the proposal. */
export const planProposalChangesWanted = describeEvent(itinerary.PlanProposalChangesWanted, {
  kind: 'event',
  service: 'itinerary',
  noun: 'plan-proposal',
  what: 'changes-wanted',
});
/** A newer proposal for the same order has taken its place. */
export const planProposalSuperseded = describeEvent(itinerary.PlanProposalSuperseded, {
  kind: 'event',
  service: 'itinerary',
  noun: 'plan-proposal',
  what: 'superseded',
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
/** Something was put into an inbox: of one person, or of everybody who may do something within reach of a branch. */
export const inboxItemAdded = describeEvent(notifications.InboxItemAdded, {
  kind: 'hint',
  service: 'notifications',
  noun: 'inbox-item',
  what: 'added',
});
/** An item of an inbox was settled, opened again, says something else now, or was read (then it is its reader's alone). */
export const inboxItemChanged = describeEvent(notifications.InboxItemChanged, {
  kind: 'hint',
  service: 'notifications',
  noun: 'inbox-item',
  what: 'changed',
});

/** Every event, timer and hint by its CloudEvents type. */
export const eventCatalogue = [
  readModelsRebuilt,
  productCreated,
  productChanged,
  productPublished,
  productWithdrawn,
  listedPriceStale,
  articleWritten,
  articleChanged,
  articlePublished,
  articleWithdrawn,
  departureScheduled,
  orderPlaced,
  orderReturned,
  orderResubmitted,
  orderApproved,
  orderConfirmed,
  orderExpired,
  orderCancelled,
  orderRefundDue,
  orderPenaltyOwed,
  orderPartCancelled,
  cancellationPolicySet,
  orderTravelling,
  orderCompleted,
  orderSettled,
  holdExpiryDue,
  priceListSet,
  departureClosed,
  departureReopened,
  departureCapacityChanged,
  departureChanged,
  departurePricesChanged,
  departureGuaranteed,
  departureAtRisk,
  departureCancelled,
  groupDecisionDue,
  guaranteeTellingDue,
  unpaidOrdersEndDue,
  groupChoiceOver,
  orderGroupChoiceRecorded,
  orderDepartureCalledOff,
  orderDepartureGuaranteed,
  commissionEarned,
  commissionReversed,
  agentPriceListSet,
  creditLimitProposed,
  creditLimitApproved,
  quotationRequestMade,
  quotationRequestQuoted,
  quotationRequestDeclined,
  quotationRequestWithdrawn,
  quotationDrafted,
  quotationRevised,
  quotationBelowCostApproved,
  quotationSent,
  quotationAccepted,
  quotationDeclined,
  quotationExpired,
  quotationOrdered,
  quotationExpiryDue,
  couponCampaignOpened,
  couponCampaignEnded,
  supplierEntered,
  supplierChanged,
  supplierContactsSet,
  supplierBlocked,
  supplierUnblocked,
  supplierRateSet,
  supplierRateEnded,
  supplierRated,
  orderEdited,
  orderTravellersNamed,
  waitingEntryJoined,
  waitingEntryOffered,
  waitingEntryAccepted,
  waitingEntryDeclined,
  waitingEntryLapsed,
  waitingEntryLeft,
  waitingEntryEnded,
  waitingOfferLapseDue,
  waitingListOfferDue,
  orderOverpaid,
  orderPaymentReminded,
  orderBalanceFlagged,
  orderPaymentTakenBack,
  paymentReminderDue,
  balanceReleaseDue,
  allotmentContracted,
  allotmentDatesSet,
  allotmentClosed,
  allotmentReopened,
  allotmentReleased,
  allotmentTakingMade,
  allotmentTakingEnded,
  allotmentReleaseDue,
  orderTakingsEndDue,
  productPicturesChanged,
  articlePicturesChanged,
  importStarted,
  importRowsDue,
  importFinished,
  importCancelled,
  importExpiryDue,
  customerRegistered,
  customerChanged,
  travellerAdded,
  travellerChanged,
  surveySent,
  surveyAnswered,
  customerSensitiveDataErased,
  travellerSensitiveDataErased,
  documentEntered,
  documentChanged,
  documentRemoved,
  documentRevealed,
  customerOwnerChanged,
  customerHandoverDue,
  bankAccountEntered,
  bankAccountChanged,
  bankAccountRemoved,
  bankAccountRevealed,
  customerImportStarted,
  customerImportRowsDue,
  customerImportFinished,
  customerImportCancelled,
  customerImportExpiryDue,
  consentRecorded,
  paymentReceived,
  paymentReversed,
  supplierCostRecorded,
  supplierCostReversed,
  groupSettled,
  invoiceIssued,
  refundRecorded,
  refundPaid,
  refundApproved,
  compensationRecorded,
  compensationApproved,
  compensationPaid,
  onlinePaymentStarted,
  onlinePaymentPaid,
  onlinePaymentRefused,
  onlinePaymentCallbackSetAside,
  agencyFounded,
  branchOpened,
  userAdded,
  userAccessChanged,
  sessionStarted,
  sessionEnded,
  identityProviderChanged,
  userLockedOut,
  agencySignInsFailing,
  agencySecondFactorRequired,
  auditExported,
  incidentOpened,
  incidentChanged,
  incidentContained,
  incidentClosed,
  incidentReopened,
  incidentStaffNotified,
  incidentRulesChanged,
  courseDefined,
  courseChanged,
  trainingHeld,
  trainingAttended,
  assessmentRecorded,
  assessmentExpiring,
  assessmentExpired,
  assessmentReminderDue,
  assessmentExpiryDue,
  roleRequirementChanged,
  clientCreated,
  clientChanged,
  clientDisabled,
  roleCreated,
  roleChanged,
  roleRemoved,
  agencySuspended,
  agencyResumed,
  branchChanged,
  branchClosed,
  invitationSent,
  invitationAccepted,
  invitationWithdrawn,
  legalTextPublished,
  registrationDue,
  registrationExpiryDue,
  registrationAccepted,
  registrationRefused,
  customerAccountRegistered,
  userProfileChanged,
  userPasswordChanged,
  userDeparted,
  emailChangeRequested,
  passwordResetDue,
  passwordResetGranted,
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
  planProposalSent,
  planProposalAccepted,
  planProposalChangesWanted,
  planProposalSuperseded,
  notificationQueued,
  notificationSent,
  notificationFailed,
  notificationRequeued,
  templateChanged,
  departureReminderDue,
  deliveryDue,
  inboxItemAdded,
  inboxItemChanged,
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
  '/yitu.crm.v1.CustomersService/FindCustomers': { permission: 'crm.customer.read', callers: ['booking'] },
  '/yitu.crm.v1.CustomersService/CheckTravellers': { permission: 'crm.traveller.read', callers: ['booking'] },
  '/yitu.crm.v1.DocumentsService/RevealDocument': { permission: 'crm.document.reveal', callers: [] },
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
    callers: ['crm', 'itinerary', 'notifications'],
  },
  '/yitu.identity.v1.AccountsService/GetCustomerAccount': { callers: ['crm'] },
  '/yitu.identity.v1.LettersService/GetLetter': { callers: ['notifications'] },
  '/yitu.identity.v1.IncidentsService/DescribeIncident': {
    permission: 'identity.incident.read',
    callers: ['notifications'],
  },
  '/yitu.itinerary.v1.TripsService/GetTrip': { permission: 'itinerary.trip.read', callers: ['finance'] },
  '/yitu.itinerary.v1.ContractsService/GetSigningLink': { callers: ['notifications'] },
  '/yitu.itinerary.v1.PlanProposalsService/GetAcceptanceLink': { callers: ['notifications'] },
  '/yitu.notifications.v1.DeliveriesService/ListDeliveries': {
    permission: 'notifications.delivery.read',
    callers: ['crm', 'itinerary'],
  },
};
