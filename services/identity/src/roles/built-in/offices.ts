import { agency, staff, type BuiltInRoles } from './grants.ts';

/** Who answers, counts and examines, for the whole agency. */
export const offices: BuiltInRoles = {
  'customer-service': {
    name: { zh: '客服', en: 'Customer service' },
    grants: [
      ...staff,
      ...agency(
        'crm.customer.read',
        'crm.traveller.read',
        'crm.document.read',
        'crm.document.search',
        'crm.survey.*',
        'booking.order.read',
        'booking.quotation.read',
        'notifications.delivery.read',
        'notifications.delivery.resend',
        'notifications.reminder.read',
      ),
    ],
  },
  finance: {
    name: { zh: '财务', en: 'Finance' },
    grants: [
      ...staff,
      ...agency(
        'finance.account.*',
        'finance.entry.*',
        'finance.group-settlement.*',
        'finance.invoice.*',
        'finance.invoice-document.read',
        'finance.online-payment.*',
        'finance.payment.*',
        'finance.payment-callback.read',
        'finance.refund.*',
        'finance.refund-rules.*',
        'finance.compensation.*',
        'finance.supplier-cost.*',
        'finance.trial-balance.*',
        'booking.commission.read',
        'booking.credit-limit.*',
        'booking.order.read',
        'booking.supplier-loss.read',
        'booking.quotation.read',
        'booking.quotation-cost.read',
        'booking.exchange-rate.*',
        'booking.coupon.read',
        'booking.supplier.read',
        'booking.supplier-rate.read',
        'crm.customer.read',
        'crm.bank-account.*',
        'itinerary.trip.read',
        'itinerary.operations-sheet.read',
        'analytics.report.read',
      ),
    ],
  },
  'data-analyst': {
    name: { zh: '数据分析员', en: 'Data analyst' },
    grants: [...staff, ...agency('analytics.report.*', 'analytics.read-models.*')],
  },
  // Reads all and changes nothing: also what is taken out for an examination is read.
  auditor: { name: { zh: '审计员', en: 'Auditor' }, grants: agency('*.*.read', 'identity.audit.export') },
};
