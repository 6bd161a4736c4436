import type { Permission } from '../../api/gen/permissions.ts';
import type { texts } from './texts.ts';

type Key = Parameters<typeof texts.say>[0];

/** One way in the menu. It is shown to whoever may do what its page needs. */
export interface Way {
  readonly label: Key;
  readonly to: string;
  /** One of these, where there are several. */
  readonly needs?: Permission | readonly Permission[];
}

export interface WayGroup {
  readonly label: Key;
  readonly ways: readonly Way[];
}

/** The menu: a new page brings its line here. */
export const navigation: readonly (Way | WayGroup)[] = [
  { label: 'home', to: '/' },
  { label: 'analytics', to: '/analytics', needs: 'analytics.report.read' },
  {
    label: 'relations',
    ways: [
      { label: 'customers', to: '/customers', needs: 'crm.customer.read' },
      { label: 'requests', to: '/requests', needs: 'itinerary.request.read' },
      { label: 'quotationRequests', to: '/quotation-requests', needs: 'booking.quotation-request.read' },
      { label: 'surveys', to: '/surveys', needs: 'crm.survey.read' },
    ],
  },
  {
    label: 'selling',
    ways: [
      { label: 'desk', to: '/desk', needs: 'booking.order.place' },
      { label: 'orders', to: '/orders', needs: 'booking.order.read' },
      { label: 'quotations', to: '/quotations', needs: 'booking.quotation.read' },
      { label: 'coupons', to: '/coupon-campaigns', needs: 'booking.coupon.read' },
      { label: 'reviews', to: '/reviews', needs: 'booking.order.approve' },
    ],
  },
  {
    label: 'catalogue',
    ways: [
      { label: 'products', to: '/products', needs: 'booking.product.read' },
      { label: 'articles', to: '/articles', needs: 'booking.article.read' },
      { label: 'departures', to: '/departures', needs: 'booking.departure.read' },
      { label: 'groupRules', to: '/group-rules', needs: 'booking.rules.read' },
      { label: 'suppliers', to: '/suppliers', needs: 'booking.supplier.read' },
      { label: 'allotments', to: '/allotments', needs: 'booking.allotment.read' },
      { label: 'agentPrices', to: '/agent-price-lists', needs: 'booking.agent-price-list.read' },
    ],
  },
  {
    label: 'operations',
    ways: [
      { label: 'plans', to: '/plans', needs: 'itinerary.plan.read' },
      { label: 'contracts', to: '/contracts', needs: 'itinerary.contract.read' },
      { label: 'sheets', to: '/operations-sheets', needs: 'itinerary.operations-sheet.read' },
      { label: 'archives', to: '/archive-files', needs: 'itinerary.archive-file.read' },
    ],
  },
  {
    label: 'money',
    ways: [
      { label: 'payments', to: '/payments', needs: 'finance.payment.read' },
      { label: 'onlinePayments', to: '/online-payments', needs: 'finance.online-payment.read' },
      { label: 'refunds', to: '/refunds', needs: 'finance.refund.read' },
      { label: 'compensations', to: '/compensations', needs: 'finance.compensation.read' },
      { label: 'costs', to: '/supplier-costs', needs: 'finance.supplier-cost.read' },
      { label: 'settlements', to: '/settlements', needs: 'finance.group-settlement.read' },
      { label: 'commissions', to: '/commissions', needs: 'booking.commission.read' },
      { label: 'credits', to: '/credit-limits', needs: 'booking.credit-limit.read' },
      { label: 'exchangeRates', to: '/exchange-rates', needs: 'booking.exchange-rate.read' },
      { label: 'invoices', to: '/invoices', needs: 'finance.invoice.read' },
      { label: 'ledger', to: '/ledger', needs: 'finance.entry.read' },
    ],
  },
  {
    label: 'messages',
    ways: [
      { label: 'inbox', to: '/inbox', needs: 'notifications.inbox.read' },
      { label: 'deliveries', to: '/deliveries', needs: 'notifications.delivery.read' },
      { label: 'reminders', to: '/reminders', needs: 'notifications.reminder.read' },
      { label: 'templates', to: '/templates', needs: 'notifications.template.read' },
    ],
  },
  {
    label: 'administration',
    ways: [
      { label: 'users', to: '/users', needs: 'identity.user.read' },
      { label: 'roles', to: '/roles', needs: 'identity.role.read' },
      { label: 'branches', to: '/branches', needs: 'identity.branch.open' },
      {
        label: 'rules',
        to: '/rules',
        needs: [
          'booking.rules.read',
          'booking.cancellation-policy.read',
          'finance.refund-rules.read',
          'identity.legal-text.read',
        ],
      },
      { label: 'clients', to: '/clients', needs: 'identity.client.read' },
      { label: 'imports', to: '/imports', needs: ['booking.import.read', 'crm.import.read'] },
      { label: 'audit', to: '/audit', needs: 'identity.audit.read' },
      { label: 'incidents', to: '/incidents', needs: ['identity.incident.open', 'identity.incident.read'] },
      { label: 'training', to: '/training', needs: 'identity.course.read' },
      { label: 'quarantine', to: '/quarantine', needs: 'booking.quarantine.read' },
      { label: 'security', to: '/security', needs: 'identity.agency.read' },
    ],
  },
];
