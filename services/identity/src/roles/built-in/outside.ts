import { agency, own, type BuiltInRoles } from './grants.ts';

/** Who is not on the staff. */
export const outside: BuiltInRoles = {
  customer: {
    name: { zh: '客户', en: 'Customer' },
    grants: [
      // What a departure costs others, and how much of it is sold, is not for customers: they see offers.
      ...agency('booking.article.read', 'booking.product.read', 'booking.offer.read'),
      ...agency('booking.cancellation-policy.read'),
      ...own(
        'booking.order.cancel',
        'booking.order.read',
        'booking.order.submit',
        'booking.own-group-choice.record',
        'booking.own-order.place',
        'crm.own-customer.change',
        'booking.own-order.change',
        'booking.own-quotation.*',
        'booking.own-waiting-list.*',
        'crm.own-customer.read',
        'crm.own-document.read',
        'crm.own-survey.read',
        'crm.traveller.enter',
        'crm.traveller.read',
        'finance.invoice-document.read',
        'finance.online-payment.read',
        'finance.online-payment.start',
        'finance.own-money.read',
        'itinerary.confirmation-letter.read',
        'itinerary.contract.read',
        'itinerary.own-contract.read',
        'itinerary.own-plan.answer',
        'itinerary.own-plan.read',
        'itinerary.own-trip.read',
        'notifications.inbox.read',
      ),
    ],
  },
  integration: {
    name: { zh: '集成', en: 'Integration' },
    grants: agency(
      'booking.article.read',
      'booking.product.read',
      'booking.departure.read',
      'booking.offer.read',
    ),
  },
};
