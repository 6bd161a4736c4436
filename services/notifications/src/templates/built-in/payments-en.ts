import type { Content } from '../content.ts';
import { facts, letter, paragraph } from './letter.ts';

const greeting = 'Dear {{customerName}},';
const contact =
  'Any questions? {{contactName}}{{#if contactEmail}} ({{contactEmail}}){{/if}} or any of our shops will be glad to help.';
const table = facts(': ');

/** Messages about payments, cancellations and waiting lists in English. */
export const paymentsEn: Readonly<
  Record<
    | 'payment-reminder'
    | 'order-overpaid'
    | 'order-cancelled'
    | 'refund-paid'
    | 'quotation-sent'
    | 'waiting-offer'
    | 'waiting-offered'
    | 'balance-flagged'
    | 'quotation-requested'
    | 'allotment-released',
    Content
  >
> = {
  'payment-reminder': letter({
    subject: '{{#if overdue}}Payment overdue{{else}}Payment due today{{/if}}: order {{orderNumber}}',
    heading: '{{#if overdue}}Your payment is overdue{{else}}Your payment is due today{{/if}}',
    greeting,
    body: [
      paragraph(
        '{{#if overdue}}We have not received this payment for order {{orderNumber}}: {{name}}.{{else}}This payment for order {{orderNumber}} is due today: {{name}}.{{/if}}',
      ),
      table(['To be paid', '{{amount}}'], ['Due', '{{dueOn}}'], ['At the latest', '{{graceUntil}}']),
      paragraph('If you have paid already, please ignore this letter.'),
    ],
    contact,
  }),
  'order-overpaid': letter({
    subject: 'Order {{orderNumber}}: you have paid too much',
    heading: 'You have paid too much',
    greeting,
    body: [
      paragraph('We have received {{excess}} more for order {{orderNumber}} than it costs.'),
      paragraph(
        '{{#if refunded}}We will pay the difference back the way it came.{{else}}The difference stays with your order; tell us if you want it back.{{/if}}',
      ),
    ],
    contact,
  }),
  'order-cancelled': letter({
    subject: 'Order {{orderNumber}} {{#if expired}}has expired{{else}}is cancelled{{/if}}',
    heading: '{{#if expired}}Your order has expired{{else}}Your order is cancelled{{/if}}',
    greeting,
    body: [
      paragraph(
        '{{#if expired}}The time for which seats were held for order {{orderNumber}} is over: the order has expired and its seats are free again.{{else}}Order {{orderNumber}} is cancelled.{{#if reason}} Reason: {{reason}}.{{/if}}{{#if unchosen}} You had not told us in time what you would like instead, so everything you have paid goes back.{{/if}}{{/if}}',
      ),
      paragraph(
        '{{#if expired}}If you have paid, what is due to you goes back the way it came; we will write again once it is paid.{{else}}{{#if penalty}}The charge for cancelling is {{penalty}}.{{else}}There is no charge for cancelling.{{/if}}{{#if refund}} We will pay back {{refund}} of what you have paid, the way it came, and write again once it is paid.{{/if}}{{/if}}',
      ),
    ],
    contact,
  }),
  'refund-paid': letter({
    subject: 'Refund paid: {{amount}} for order {{orderNumber}}',
    heading: 'Your refund is paid',
    greeting,
    body: [
      paragraph(
        'The refund for order {{orderNumber}} has gone back the way it came. When it reaches you depends on your bank or payment provider.',
      ),
      table(['Refunded', '{{amount}}'], ['Paid on', '{{paidOn}}']),
    ],
    contact,
  }),
  'quotation-sent': letter({
    subject: 'Your quotation is ready',
    heading: 'Your quotation is ready',
    greeting,
    body: [
      paragraph(
        'We have a quotation for you. Sign in to your account: under “My trips”, “Quotations” you find what it contains, and accept or decline it.',
      ),
      table(['Total', '{{total}}'], ['Valid until', '{{expiresAt}}']),
    ],
    contact,
  }),
  'waiting-offer': letter({
    subject: 'Seats for you: {{productName}}, {{departsOn}}',
    heading: 'There are seats for you',
    greeting,
    body: [
      paragraph(
        'Seats have come free on the trip you are waiting for. We hold them for you until {{offerExpiresAt}}; after that they go to the next in line.',
      ),
      table(
        ['Trip', '{{productName}}'],
        ['Departure', '{{departsOn}}'],
        ['Return', '{{returnsOn}}'],
        ['Seats', '{{seats}}'],
      ),
    ],
    contact,
  }),
  'waiting-offered': {
    subject: 'Seats from the waiting list: {{productName}}, {{departsOn}}',
    text: '{{seats}} seats on {{productName}} ({{departsOn}}) have come free on the waiting list and are held until {{offerExpiresAt}}. Please confirm soon.',
    html: '',
  },
  'balance-flagged': {
    subject: 'Order {{orderNumber}}: {{name}} overdue',
    text: '{{name}} of order {{orderNumber}}, {{amount}} due by {{dueOn}}, has not come in after its grace. Decide what becomes of the order.',
    html: '',
  },
  'allotment-released': {
    subject: 'Allotment released: {{unitName}}',
    text: '{{units}} unused units of {{unitName}} (contract {{contractNumber}}), {{from}} to {{until}}, have gone back to the supplier on their release day.',
    html: '',
  },
  'quotation-requested': {
    subject: 'A customer asks for a quotation for {{travellers}}',
    text: 'A customer asks for a quotation for {{travellers}}{{#if from}}, leaving {{from}} at the earliest{{/if}}{{#if until}}, {{until}} at the latest{{/if}}. Write one, or decline and say why.',
    html: '',
  },
};
