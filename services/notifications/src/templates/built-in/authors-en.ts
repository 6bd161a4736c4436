import type { Content } from '../content.ts';

/** What tells who sold an order what became of it, in English. */
export const toAuthorsEn: Readonly<
  Record<
    | 'review-passed'
    | 'contract-signed'
    | 'plan-accepted'
    | 'plan-changes-wanted'
    | 'paid-in-full'
    | 'refund-made',
    Content
  >
> = {
  'review-passed': {
    subject: 'Order {{orderNumber}} is approved',
    text: 'Order {{orderNumber}} ({{total}}) is approved.',
    html: '',
  },
  'contract-signed': {
    subject: 'Contract {{contractNumber}} is signed',
    text: 'The customer has signed contract {{contractNumber}} of order {{orderNumber}}.',
    html: '',
  },
  'plan-accepted': {
    subject: 'The itinerary of order {{orderNumber}} is accepted',
    text: 'The customer has accepted the itinerary of order {{orderNumber}}.',
    html: '',
  },
  'plan-changes-wanted': {
    subject: 'Changes wanted to the itinerary of order {{orderNumber}}',
    text: 'The customer wants the itinerary of order {{orderNumber}} otherwise. See what they wrote.',
    html: '',
  },
  'paid-in-full': {
    subject: 'Order {{orderNumber}} is paid in full',
    text: 'All of {{total}} has been received for order {{orderNumber}}.',
    html: '',
  },
  'refund-made': {
    subject: 'The refund of order {{orderNumber}} is paid',
    text: 'A refund of {{amount}} for order {{orderNumber}} was paid to the customer on {{paidOn}}.',
    html: '',
  },
};
