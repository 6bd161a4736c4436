import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { amountOf, textOf } from '../amounts.ts';
import { queueLetter } from './delivery.ts';

/** The customer learns that their departure does not take place, what they can choose and until when. */
const onOrderDepartureCalledOff = reaction(events.orderDepartureCalledOff, (uow, told) => {
  const { departsOn, returnsOn, cause, chooseBy } = told;
  const trip = { productName: textOf(told.productName), departsOn, returnsOn };
  queueLetter(uow, 'departure-called-off', told, { ...trip, cause, chooseBy });
  return Promise.resolve();
});

const onOrderDepartureGuaranteed = reaction(events.orderDepartureGuaranteed, (uow, told) => {
  const { departsOn, returnsOn } = told;
  queueLetter(uow, 'departure-guaranteed', told, {
    ...{ productName: textOf(told.productName), departsOn, returnsOn },
  });
  return Promise.resolve();
});

/** The customer learns the new dates, of the trip and of what is still to be paid. A refund is told with the end of the order. */
const onOrderGroupChoiceRecorded = reaction(events.orderGroupChoiceRecorded, (uow, told) => {
  const { departsOn, returnsOn, customerId, openDues } = told;
  if (departsOn === '' || customerId === '') return Promise.resolve();
  const schedule = openDues.map(({ kind, amount, dueOn }) => ({ kind, dueOn, amount: amountOf(amount) }));
  queueLetter(uow, 'order-moved', told, {
    ...{ productName: textOf(told.productName), departsOn, returnsOn, schedule },
  });
  return Promise.resolve();
});

export const groupLetterReactions = [
  onOrderDepartureCalledOff,
  onOrderDepartureGuaranteed,
  onOrderGroupChoiceRecorded,
];
