import type { Grant, Reach } from '@yitu/access';

interface Role {
  readonly name: { readonly zh: string; readonly en: string };
  readonly grants: readonly Grant[];
}

const at =
  (reach: Reach) =>
  (...permissions: string[]): Grant[] =>
    permissions.map((permission) => ({ permission, reach }));

const agency = at('agency');
const branch = at('branch');
const own = at('own');

/** What everybody on the staff needs to see to do any work: the catalogue, plans, guides' names, own messages. */
const staff = [
  ...agency(
    'booking.article.read',
    'booking.product.read',
    'booking.departure.read',
    'booking.offer.read',
    'booking.price-list.read',
    'booking.cancellation-policy.read',
    'itinerary.plan.read',
    'identity.branch.read',
    'identity.colleague.read',
    'identity.role.read',
    'identity.course.read',
  ),
  ...own('notifications.inbox.read', 'identity.incident.open', 'identity.training.read'),
];

const sales = [
  ...staff,
  ...agency('booking.allotment.read'),
  ...branch('booking.allotment.take', 'booking.allotment-taking.read'),
  ...branch(
    'crm.customer.read',
    'crm.customer.enter',
    'crm.customer.change',
    'crm.traveller.read',
    'crm.traveller.enter',
    'crm.traveller.change',
  ),
  // Their own files only: what a file is told of others is for whoever brings it.
  ...own('crm.import.read', 'crm.import.start'),
  // Masked only: numbers are revealed to those who file them with authorities and carriers.
  ...branch(
    'crm.document.read',
    'crm.document.enter',
    'crm.document.change',
    'crm.document.remove',
    'crm.document.search',
    'crm.bank-account.read',
    'crm.bank-account.enter',
  ),
  ...branch('itinerary.request.read', 'itinerary.request.take'),
  ...branch(
    'booking.order.read',
    'booking.order.place',
    'booking.order.change',
    'booking.waiting-list.read',
    'booking.waiting-list.join',
    'booking.waiting-list.leave',
    'booking.order.submit',
    'booking.order.cancel',
    'booking.order.break-off',
    'booking.order.record-no-show',
    'booking.group-choice.record',
    'booking.quotation.read',
    'booking.quotation.write',
    'booking.quotation.send',
    'booking.quotation.answer',
    'booking.quotation-request.*',
    'itinerary.contract.read',
    'itinerary.contract.generate',
    'itinerary.contract.send',
    'itinerary.confirmation-letter.read',
    'itinerary.plan.send',
    'itinerary.plan-proposal.read',
  ),
  ...agency('booking.coupon.read', 'booking.exchange-rate.read', 'booking.supplier.read'),
  ...branch(
    'finance.online-payment.read',
    'finance.online-payment.start',
    'finance.payment.read',
    'notifications.delivery.read',
    'notifications.reminder.read',
    'identity.user.read',
  ),
];

/**
 * The built-in roles. Their permissions are patterns; the reach says how far each goes. Only roles that look after the whole agency have a `*`
 * for the resource: it would cover the service's quarantine, whose messages are of all branches.
 */
export const builtInRoles: Readonly<Record<string, Role>> = {
  'system-administrator': {
    name: { zh: '系统管理员', en: 'System administrator' },
    grants: agency('identity.*.*', 'notifications.*.*', '*.quarantine.*', '*.audit.read', 'analytics.*.*'),
  },
  'branch-manager': {
    name: { zh: '分支经理', en: 'Branch manager' },
    grants: [
      ...sales,
      ...branch(
        'booking.order.*',
        'booking.agent-price-list.read',
        'booking.commission.read',
        'booking.credit-limit.read',
        'booking.cancellation-cost.approve',
        'booking.supplier-loss.*',
        'booking.quotation.*',
        'booking.quotation-cost.read',
        'booking.waiting-list.*',
        'crm.customer.*',
        'crm.traveller.*',
        'crm.survey.*',
        'crm.document.*',
        'crm.bank-account.*',
        'crm.person.erase',
        'analytics.report.read',
      ),
      ...branch(
        'itinerary.plan.*',
        'itinerary.request.*',
        'itinerary.contract.*',
        'itinerary.operations-sheet.*',
        'itinerary.trip.*',
        'itinerary.archive-file.*',
      ),
      ...branch(
        'finance.account.read',
        'finance.entry.read',
        'finance.group-settlement.read',
        'finance.invoice.read',
        'finance.invoice-document.read',
        'finance.payment.read',
        'finance.refund.read',
        'finance.refund.approve',
        'finance.compensation.read',
        'finance.compensation.approve',
        'finance.supplier-cost.read',
        'finance.trial-balance.read',
      ),
      ...branch(
        'identity.user.add',
        'identity.user.change',
        'identity.audit.read',
        'identity.session.read',
        'identity.session.end',
        'notifications.delivery.resend',
      ),
      ...branch('identity.training.read', 'identity.training.record'),
      // Nobody gives a role with more than they hold themselves: managers give that of customers.
      ...own('booking.own-order.*', 'booking.own-quotation.*', 'booking.own-waiting-list.*'),
      ...own(
        'crm.own-customer.change',
        'crm.own-customer.read',
        'crm.own-survey.read',
        'finance.own-money.read',
        'itinerary.own-contract.read',
        'itinerary.own-plan.answer',
        'itinerary.own-plan.read',
        'itinerary.own-trip.read',
      ),
    ],
  },
  'account-manager': {
    name: { zh: '客户经理', en: 'Account manager' },
    grants: [...sales, ...branch('crm.survey.*')],
  },
  sales: { name: { zh: '销售', en: 'Sales' }, grants: sales },
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
        'booking.own-order.place',
        'crm.own-customer.change',
        'booking.own-order.change',
        'booking.own-quotation.*',
        'booking.own-waiting-list.*',
        'crm.own-customer.read',
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

/** Whether a built-in role has this code: names every object has, such as `constructor`, are none. */
export const isBuiltIn = (key: string): boolean => Object.hasOwn(builtInRoles, key);

/** The grants of several roles together; an unknown role gives none. */
export const grantsOf = (roles: readonly string[]): Grant[] =>
  roles.filter(isBuiltIn).flatMap((role) => builtInRoles[role]?.grants ?? []);
