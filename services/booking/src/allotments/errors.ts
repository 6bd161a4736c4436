import { defineErrors } from '@yitu/kernel';

export const allotmentErrors = defineErrors('booking', {
  tooManyDates: {
    status: 422,
    zh: '一次最多 {most} 个日期。',
    en: 'At most {most} dates are taken at once.',
  },
  dateInThePast: { status: 422, zh: '日期 {date} 已过。', en: '{date} is in the past.' },
  quantityMissing: { status: 422, zh: '配额必须填写数量。', en: 'An allotment needs a quantity.' },
  quantityInFreeSale: {
    status: 422,
    zh: '自由销售（free sale）不设数量。',
    en: 'In free sale there is no quantity.',
  },
  belowTaken: {
    status: 409,
    zh: '以下日期的数量不能低于已占用和已退还的数量：{dates}。',
    en: 'The quantity cannot go below what is taken or released: {dates}.',
  },
  datesNotContracted: {
    status: 409,
    zh: '以下日期没有配额：{dates}。',
    en: 'Nothing is contracted for {dates}.',
  },
  datesStopped: { status: 409, zh: '以下日期已停售：{dates}。', en: 'Sale is stopped for {dates}.' },
  unitsReleased: {
    status: 409,
    zh: '以下日期已过释放日：{dates}。',
    en: 'The release day has passed for {dates}.',
  },
  notEnoughUnits: {
    status: 409,
    zh: '以下日期的配额不足：{dates}。',
    en: 'There are not enough units left for {dates}.',
  },
  unitsOversold: { status: 409, zh: '配额不足。', en: 'There are not enough units left.' },
  oneReference: {
    status: 422,
    zh: '请填写订单或团期，且只填一个。',
    en: 'Units are taken for an order or for a departure: name one of them.',
  },
  noSuchOrder: { status: 422, zh: '没有这个订单。', en: 'There is no such order.' },
  takingEnded: { status: 409, zh: '该占用已经结束。', en: 'These units have been given back already.' },
});
