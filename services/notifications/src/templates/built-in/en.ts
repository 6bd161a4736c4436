import type { Content } from '../content.ts';
import type { TemplateKey } from '../variables.ts';
import { aboutAccountsEn } from './accounts-en.ts';
import { toAuthorsEn } from './authors-en.ts';
import { groupsEn } from './groups-en.ts';
import { paymentsEn } from './payments-en.ts';
import { toStaffEn } from './staff-en.ts';
import { button, facts, letter, paragraph, points, schedule } from './letter.ts';

const greeting = 'Dear {{customerName}},';
const contact =
  'Any questions? {{contactName}}{{#if contactEmail}} ({{contactEmail}}){{/if}} or any of our shops will be glad to help.';
const table = facts(': ');
const trip = [
  ['Trip', '{{productName}}'],
  ['Departure', '{{departsOn}}'],
  ['Return', '{{returnsOn}}'],
] as const;

/** The built-in first versions in English. */
export const en: Readonly<Record<TemplateKey, Content>> = {
  'order-approved': letter({
    subject: 'Order {{orderNumber}} is approved: your payment schedule',
    heading: 'Your order is approved',
    greeting,
    body: [
      paragraph('Your order {{orderNumber}} has been approved. The total is {{total}}, payable as follows:'),
      schedule('{{name}}: {{amount}}, by {{dueOn}}', 'by {{dueOn}}'),
      paragraph(
        'Your places are held until the end of the first due day. Once the first payment has arrived we send you the confirmation letter.',
      ),
    ],
    contact,
  }),
  'order-confirmed': letter({
    subject: 'Your trip is confirmed: {{productName}} ({{orderNumber}})',
    heading: 'Confirmation letter',
    greeting,
    body: [
      paragraph(
        'We have received your payment, and your trip is confirmed. Thank you for travelling with us!',
      ),
      table(['Order', '{{orderNumber}}'], ...trip, ['Seats', '{{seats}}'], ['Total', '{{total}}']),
      paragraph('Good to know'),
      points(
        'Please check the names and documents of all travellers; documents must be valid for the whole trip.',
        'We will write again a week before departure with a reminder of what to prepare.',
        'Tell us early if you need to change or cancel; charges follow your contract.',
      ),
    ],
    contact,
  }),
  'contract-to-sign': letter({
    subject: 'Please sign travel contract {{contractNumber}}',
    heading: 'Your travel contract is ready',
    greeting,
    body: [
      paragraph(
        'Travel contract {{contractNumber}} for your order {{orderNumber}} is ready. Please read it in full and sign it online.',
      ),
      button('Read and sign the contract'),
      paragraph('The link is valid until {{linkExpiresAt}}. It is yours alone, so please do not forward it.'),
    ],
    contact,
  }),
  'plan-to-accept': letter({
    subject: 'Your itinerary for order {{orderNumber}}',
    heading: 'Your itinerary is ready',
    greeting,
    body: [
      paragraph(
        'The itinerary for your order {{orderNumber}} is ready. Please read it day by day, and accept it or tell us what is to be changed.',
      ),
      button('Read and answer the itinerary'),
      paragraph('The link is valid until {{linkExpiresAt}}. It is yours alone, so please do not forward it.'),
    ],
    contact,
  }),
  'departure-reminder': letter({
    subject: 'Your trip starts soon: {{productName}}, {{departsOn}}',
    heading: 'One week to go',
    greeting,
    body: [
      paragraph('Your trip is about to begin. Here is what you need to have at hand.'),
      table(['Order', '{{orderNumber}}'], ...trip),
      points(
        'Bring the original documents of all travellers, the ones given with your booking.',
        'Check the weather at your destination, and pack any medicine you need.',
        'Leave plenty of time to get to the meeting point on the day.',
      ),
    ],
    contact:
      'If anything is unclear or has changed, contact {{contactName}}{{#if contactEmail}} ({{contactEmail}}){{/if}} at once. Have a wonderful trip!',
  }),
  survey: letter({
    subject: 'Welcome back: how was your trip?',
    heading: 'How was your trip?',
    greeting,
    body: [
      paragraph(
        'Thank you for travelling with us. Please take two minutes to tell us what went well and what we should do better; we read and follow up every answer.',
      ),
      button('Answer the questionnaire'),
      paragraph('It is open until {{validUntil}}.'),
    ],
    contact,
  }),
  'invoice-issued': letter({
    subject: 'Invoice {{invoiceNumber}}',
    heading: 'Your invoice',
    greeting,
    body: [
      paragraph('We have issued the invoice for your order {{orderNumber}}.'),
      table(['Invoice', '{{invoiceNumber}}'], ['Amount', '{{amount}}']),
    ],
    contact,
  }),
  ...aboutAccountsEn,
  ...toStaffEn,
  ...paymentsEn,
  ...groupsEn,
  ...toAuthorsEn,
  'order-placed': {
    subject: 'Order {{orderNumber}} waits for review',
    text: 'Order {{orderNumber}} ({{seats}} seats, {{total}}) waits for review.',
    html: '',
  },
  'order-returned': {
    subject: 'Order {{orderNumber}} was returned',
    text: 'Order {{orderNumber}} was returned by its reviewer. See the reason, mend it and submit it again.',
    html: '',
  },
};
