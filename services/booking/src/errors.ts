import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('booking', {
  // Catalogue
  detailsDoNotFit: {
    status: 422,
    zh: '产品信息与产品类型不符。',
    en: 'The details do not fit the kind of product.',
  },
  productState: {
    status: 409,
    zh: '产品当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to a product that is {state}.',
  },
  articleState: {
    status: 409,
    zh: '文章当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to an article that is {state}.',
  },
  cursorOfAnotherSort: {
    status: 422,
    zh: '翻页位置与排序方式不符。',
    en: 'The cursor belongs to another sort order.',
  },
  datesReversed: { status: 422, zh: '结束日期早于开始日期。', en: 'The end date is before the start date.' },
  noSuchProduct: { status: 422, zh: '没有这个产品。', en: 'There is no such product.' },
  noSuchDeparture: { status: 422, zh: '没有这个团期。', en: 'There is no such departure.' },
  noSuchCustomer: { status: 422, zh: '没有这位客户。', en: 'There is no such customer.' },
  noSuchTraveller: {
    status: 422,
    zh: '有 {count} 位出行人不属于该客户。',
    en: '{count} of the travellers do not belong to the customer.',
  },
  groupNumberTaken: { status: 409, zh: '该团号已被使用。', en: 'This group number is taken.' },
  returnBeforeDeparture: {
    status: 422,
    zh: '返回日期不能早于出发日期。',
    en: 'The return date is before the departure date.',
  },
  unknownTimeZone: { status: 422, zh: '没有“{zone}”这个时区。', en: 'There is no time zone {zone}.' },
  priceTwice: { status: 422, zh: '同一类别的价格重复。', en: 'A price is given twice.' },
  categoryTwice: { status: 422, zh: '同一类别的人数重复。', en: 'A category is counted twice.' },
  travellerTwice: { status: 422, zh: '同一出行人重复。', en: 'A traveller is named twice.' },
  amountTooLarge: { status: 422, zh: '订单金额过大。', en: 'The amount of the order is too large.' },
  departsInThePast: { status: 422, zh: '出发日期已过。', en: 'The departure date is in the past.' },
  adultPriceMissing: { status: 422, zh: '缺少成人基础价格。', en: 'There is no adult price for everybody.' },
  departureNotOpen: {
    status: 409,
    zh: '该团期已停止收客（状态：{state}）。',
    en: 'The departure takes no orders (it is {state}).',
  },
  cutOffPassed: {
    status: 409,
    zh: '已过收客截止日（{cutOff}）。',
    en: 'Orders were accepted until {cutOff}.',
  },
  notEnoughSeats: { status: 409, zh: '余位不足。', en: 'There are not enough seats left.' },
  noPrice: {
    status: 422,
    zh: '该团期没有“{category}”的价格。',
    en: 'The departure has no price for {category}.',
  },
  travellersExceedCounts: {
    status: 422,
    zh: '“{category}”的出行人多于订购人数。',
    en: 'There are more travellers of category {category} than were ordered.',
  },
  nobodyTravels: {
    status: 422,
    zh: '订单至少要有一位占座的出行人。',
    en: 'An order needs at least one traveller with a seat.',
  },
  wrongState: {
    status: 409,
    zh: '订单当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to an order that is {state}.',
  },
  notTheAuthor: {
    status: 403,
    zh: '只有制单人可以重新提交。',
    en: 'Only its author can submit the order again.',
  },
  holdOver: { status: 409, zh: '占位已到期。', en: 'The hold of this order is over.' },
  tripNotEndedHere: {
    status: 503,
    zh: '行程结束的消息尚未到达。',
    en: 'The end of the trip is not known here yet.',
  },
});
