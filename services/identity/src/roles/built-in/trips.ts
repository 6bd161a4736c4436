import { agency, branch, staff, type BuiltInRoles } from './grants.ts';

/** Who plans trips and makes them happen. */
export const trips: BuiltInRoles = {
  'travel-consultant': {
    name: { zh: '旅行顾问', en: 'Travel consultant' },
    grants: [
      ...staff,
      ...agency(
        'booking.article.write',
        'booking.import.*',
        'booking.product.create',
        'booking.product.change',
        'itinerary.plan.*',
      ),
      ...branch(
        'crm.customer.read',
        'booking.order.read',
        'itinerary.plan-proposal.read',
        'booking.quotation.read',
        'itinerary.request.read',
      ),
      ...agency('booking.supplier.read'),
    ],
  },
  'project-manager': {
    name: { zh: '项目经理', en: 'Project manager' },
    grants: [
      ...staff,
      ...agency(
        'booking.article.*',
        'booking.product.*',
        'booking.import.*',
        'booking.departure.*',
        'booking.allotment.*',
        'booking.allotment-taking.read',
        'booking.price-list.*',
        'booking.agent-price-list.*',
        'booking.rules.*',
        'booking.cancellation-policy.*',
        'booking.coupon.*',
        'booking.exchange-rate.*',
        'booking.supplier.*',
        'booking.supplier-rate.read',
        'itinerary.plan.*',
        'itinerary.archive-file.*',
        'crm.survey.*',
      ),
      ...branch(
        'booking.order.read',
        'booking.order.approve',
        'booking.order.return',
        'booking.order.cancel-by-agency',
        'booking.cancellation-cost.approve',
        'booking.supplier-loss.*',
        'booking.quotation.read',
        'booking.quotation.approve',
        'booking.quotation-cost.read',
        'crm.customer.read',
        // Who travels is part of what they approve; documents are not: booking tells which do not fit.
        'crm.traveller.read',
        'itinerary.contract.read',
        'itinerary.plan-proposal.read',
      ),
      ...agency('itinerary.trip.read', 'itinerary.operations-sheet.read', 'identity.user.read'),
    ],
  },
  operator: {
    name: { zh: '计调', en: 'Operator' },
    grants: [
      ...staff,
      ...agency(
        'itinerary.operations-sheet.*',
        'itinerary.trip.*',
        'itinerary.archive-file.*',
        'booking.departure.*',
        'booking.allotment.*',
        'booking.allotment-taking.read',
        'booking.import.*',
        'booking.order.read',
        'booking.order.record-no-show',
        'booking.supplier-loss.*',
      ),
      ...agency(
        'booking.supplier.*',
        'booking.supplier-contact.*',
        'booking.supplier-rate.*',
        'booking.quotation.read',
        'booking.quotation-cost.read',
      ),
      ...agency(
        'crm.customer.read',
        'crm.traveller.read',
        'crm.document.read',
        'crm.document.reveal',
        'finance.supplier-cost.read',
        'identity.user.read',
      ),
    ],
  },
  guide: {
    name: { zh: '导游', en: 'Guide' },
    grants: [
      ...staff,
      ...agency(
        'itinerary.operations-sheet.read',
        'itinerary.trip.read',
        'itinerary.trip.check-in',
        'crm.traveller.read',
        'crm.document.read',
        'booking.order.read',
        'booking.supplier.read',
        'booking.supplier.rate',
      ),
    ],
  },
  'visa-officer': {
    name: { zh: '签证专员', en: 'Visa officer' },
    grants: [
      ...staff,
      ...agency('crm.customer.read', 'crm.traveller.read', 'crm.document.*', 'booking.order.read'),
    ],
  },
};
