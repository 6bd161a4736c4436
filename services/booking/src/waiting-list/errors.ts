import { defineErrors } from '@yitu/kernel';

export const waitingErrors = defineErrors('booking', {
  seatsAvailable: {
    status: 409,
    zh: '该团期还有足够余位，请直接下单。',
    en: 'There are seats enough; place an order instead of waiting.',
  },
  alreadyWaiting: {
    status: 409,
    zh: '该客户已在此团期候补。',
    en: 'The customer waits for this departure already.',
  },
  partyTooLarge: {
    status: 422,
    zh: '人数超过该团期的总名额（{capacity}）。',
    en: 'The party is larger than the whole departure ({capacity} seats).',
  },
  waitingState: {
    status: 409,
    zh: '候补当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to an entry of the waiting list that is {state}.',
  },
  offerOver: { status: 409, zh: '候补名额的保留时间已过。', en: 'The offer is over.' },
});
