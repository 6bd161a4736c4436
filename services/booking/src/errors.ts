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
  minimumAboveCapacity: {
    status: 422,
    zh: '最低成团人数不能多于总座位。',
    en: 'The minimum group is more than the seats there are.',
  },
  departureDatesFixed: {
    status: 409,
    zh: '该团期已有订单、占位、报价、候补或配额占用，日期不能再改。请取消团期，或另开新的团期。',
    en: 'Something of the departure is sold, held, quoted, waited for or taken of allotments: its dates stay. Cancel it, or schedule another.',
  },
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
  travellersDoNotFit: {
    status: 422,
    zh: '有出行人不符合年龄类别或证件要求。',
    en: 'Some travellers do not fit their category, or their documents are not valid.',
  },
  travellersNotNamed: {
    status: 422,
    zh: '本机构要求审核前填写全部出行人，还缺 {missing} 位。',
    en: 'Everybody who travels must be named before the approval; {missing} still missing.',
  },
  tooManyCustomers: {
    status: 422,
    zh: '符合条件的客户超过 {count} 位，请缩小查找范围。',
    en: 'More than {count} customers fit; ask for more of the name.',
  },
  travellersExceedCounts: {
    status: 422,
    zh: '“{category}”的出行人多于订购人数。',
    en: 'There are more travellers of category {category} than were ordered.',
  },
  departureWrongState: {
    status: 409,
    zh: '团期当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to a departure that is {state}.',
  },
  groupGuaranteed: { status: 409, zh: '该团期已确认成团。', en: 'The group is guaranteed to take place.' },
  departureTakesPlace: {
    status: 409,
    zh: '该订单的团期没有取消，无需选择。',
    en: 'The departure of this order is not cancelled; there is nothing to choose.',
  },
  choiceMade: {
    status: 409,
    zh: '客户的选择已记录。',
    en: 'The choice of the customer is recorded already.',
  },
  targetDeparture: {
    status: 422,
    zh: '所选团期与客户的选择不符。',
    en: 'The other departure does not go with the choice.',
  },
  consentInTheFuture: { status: 422, zh: '客户同意的日期晚于今天。', en: 'The consent is of a day to come.' },
  tripBegun: {
    status: 409,
    zh: '行程已开始，不能恢复收客。',
    en: 'The trip has begun: its departure does not go on sale again.',
  },
  departed: { status: 409, zh: '该团期已于 {date} 出发。', en: 'The departure has left on {date}.' },
  belowSold: {
    status: 409,
    zh: '已售出或占用 {sold} 个名额，不能减到更少。',
    en: '{sold} seats are sold or held; there cannot be fewer.',
  },
  priceListExists: { status: 409, zh: '该产品已有价目表。', en: 'The product has a price list.' },
  noPriceList: {
    status: 422,
    zh: '该产品没有价目表，请直接填写价格。',
    en: 'The product has no price list: give the prices.',
  },
  priceListCurrency: {
    status: 422,
    zh: '价目表的币种是 {currency}。',
    en: 'The price list is in {currency}.',
  },
  noSeason: {
    status: 422,
    zh: '价目表中没有包含 {date} 的季节。',
    en: 'No season of the price list has {date}.',
  },
  seasonReversed: { status: 422, zh: '季节的结束日期早于开始日期。', en: 'A season ends before it begins.' },
  seasonsOverlap: { status: 422, zh: '季节的日期重叠。', en: 'Seasons share days.' },
  singleRoomsExceedAdults: {
    status: 422,
    zh: '单人房数不能多于成人人数。',
    en: 'There are more single rooms than adults.',
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
  orderWasQuoted: {
    status: 409,
    zh: '该订单按报价单成交，不能直接修改；请撤回订单并修改报价单。',
    en: 'This order was placed by a quotation: withdraw it and revise the quotation instead.',
  },
  notTheAuthorEdits: {
    status: 403,
    zh: '只有制单人可以修改订单。',
    en: 'Only its author can change the order.',
  },
  holdOver: { status: 409, zh: '占位已到期。', en: 'The hold of this order is over.' },
  alreadyDeparted: {
    status: 409,
    zh: '行程已经开始，不能再取消。',
    en: 'The trip has begun; the order cannot be cancelled any more.',
  },
  namingOver: {
    status: 409,
    zh: '行程已开始，游客名单已定，不能再补填出行人。',
    en: 'The trip has begun: who travels is settled, and nobody is named any more.',
  },
  replacementNotAllowed: {
    status: 409,
    zh: '按本社规则，订单通过后不能更换出行人。',
    en: 'By the rules of the agency nobody travels in the place of another once an order is approved.',
  },
  replacingOver: {
    status: 409,
    zh: '已过收客截止日（{cutOff}），不能再更换出行人。',
    en: 'Travellers could be replaced until {cutOff}.',
  },
  notNamed: {
    status: 422,
    zh: '该出行人不在此订单中。',
    en: 'That traveller is not named in the order.',
  },
  alreadyCancelled: { status: 409, zh: '该订单已经取消。', en: 'The order has been cancelled already.' },
  noticeOutOfTime: {
    status: 422,
    zh: '取消通知的到达时间应在下单之后、当前时间之前。',
    en: 'The notice must have arrived after the order was placed and not later than now.',
  },
  penaltyChanged: {
    status: 409,
    zh: '业务损失费现为 {penalty}，与已确认的金额不同，请重新预览。',
    en: 'The penalty is {penalty} now and not what was agreed to; look at the preview again.',
  },
  currencyDiffers: {
    status: 422,
    zh: '订单币种为 {currency}。',
    en: 'The order is in {currency}.',
  },
  tripNotEndedHere: {
    status: 503,
    zh: '行程结束的消息尚未到达。',
    en: 'The end of the trip is not known here yet.',
  },
});
