import type { Content } from '../content.ts';
import { facts, letter, paragraph, points, schedule } from './letter.ts';

const greeting = 'Dear {{customerName}},';
const contact =
  'Any questions? {{contactName}}{{#if contactEmail}} ({{contactEmail}}){{/if}} or any of our shops will be glad to help.';
const table = facts(': ');
const trip = [
  ['Trip', '{{productName}}'],
  ['Departure', '{{departsOn}}'],
  ['Return', '{{returnsOn}}'],
] as const;

/** Messages about groups that take place or do not, and about payments taken back, in English. */
export const groupsEn: Readonly<
  Record<
    | 'order-moved'
    | 'departure-called-off'
    | 'departure-guaranteed'
    | 'group-at-risk'
    | 'choice-to-record'
    | 'choice-over'
    | 'group-guaranteed'
    | 'payment-taken-back',
    Content
  >
> = {
  'order-moved': letter({
    subject: 'Order {{orderNumber}} now departs on {{departsOn}}',
    heading: 'Your new dates',
    greeting,
    body: [
      paragraph(
        'As you have chosen, order {{orderNumber}} has moved to another departure, at the same price.',
      ),
      table(...trip),
      paragraph(
        '{{#if schedule}}Please pay what is still open by these new dates:{{else}}Everything is paid; there is nothing more to pay.{{/if}}',
      ),
      schedule('{{name}}: {{amount}} by {{dueOn}}', 'by {{dueOn}}'),
    ],
    contact,
  }),
  'departure-called-off': letter({
    subject: '{{productName}} on {{departsOn}} does not take place: please choose',
    heading: 'Your departure does not take place',
    greeting,
    body: [
      paragraph(
        'We are sorry: the departure of order {{orderNumber}} does not take place{{#if reason}} ({{reason}}){{/if}}. You need not pay anything more.',
      ),
      table(['Order', '{{orderNumber}}'], ...trip),
      paragraph(
        'Please tell us by {{chooseBy}} what you would like, or choose it yourself under “My trips” in the portal. If we hear nothing by then, we cancel the order and pay back everything you have paid:',
      ),
      points(
        'another departure, at the same price',
        'a later date of the same trip, at the same price',
        'to cancel, with everything you have paid back',
      ),
    ],
    contact,
  }),
  'departure-guaranteed': letter({
    subject: '{{productName}} on {{departsOn}} takes place',
    heading: 'Your trip takes place',
    greeting,
    body: [
      paragraph('Enough people have booked: the departure of order {{orderNumber}} takes place as planned.'),
      table(['Order', '{{orderNumber}}'], ...trip),
    ],
    contact,
  }),
  'group-at-risk': {
    subject: 'Departure {{groupNumber}} is at risk ({{confirmedSeats}} of {{minimumGroup}})',
    text: '{{productName}} on {{departsOn}} (group {{groupNumber}}): {{confirmedSeats}} seats are confirmed, {{minimumGroup}} are needed. Please decide whether it takes place.',
    html: '',
  },
  'choice-to-record': {
    subject: 'The departure of order {{orderNumber}} is called off: record what its customer chooses',
    text: 'The departure of order {{orderNumber}} on {{departsOn}} does not take place. Please agree with the customer by {{chooseBy}} on a transfer, a postponement or a refund, and record it.',
    html: '',
  },
  'choice-over': {
    subject: 'Order {{orderNumber}}: its customer has not chosen in time',
    text: 'The departure of order {{orderNumber}} was called off and its customer has not chosen in time. By rule the order has ended and everything paid ({{paid}}) goes back. Finance has the refund; the customer has been written to.',
    html: '',
  },
  'group-guaranteed': {
    subject: 'Order {{orderNumber}}: the departure takes place',
    text: 'The departure of order {{orderNumber}} on {{departsOn}} takes place for certain.',
    html: '',
  },
  'payment-taken-back': {
    subject: 'Order {{orderNumber}}: a payment was taken back',
    text: '{{amount}} of what was paid for order {{orderNumber}} was taken back. {{outstanding}} is to be paid now, by {{dueOn}}. Please talk to the customer.',
    html: '',
  },
};
