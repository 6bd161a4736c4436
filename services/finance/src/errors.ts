import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('finance', {
  booksNotOpen: {
    status: 503,
    zh: '账簿尚未建立，请稍后重试。',
    en: 'The books of this agency are not open yet; try again shortly.',
  },
  noSuchOrder: { status: 422, zh: '没有这个订单。', en: 'There is no such order.' },
  noSuchDeparture: { status: 422, zh: '没有这个团期。', en: 'There is no such departure.' },
  dateInFuture: {
    status: 422,
    zh: '日期不能晚于今天（{today}）。',
    en: 'The date is after today ({today}).',
  },
  currencyDiffers: {
    status: 422,
    zh: '订单币种为 {currency}，请以该币种收款。',
    en: 'The order is in {currency}; record the payment in that currency.',
  },
  orderNotApproved: {
    status: 409,
    zh: '订单 {number} 尚未审核通过，不能收款。',
    en: 'Order {number} has not been approved yet; no payment is taken for it.',
  },
  orderCancelled: {
    status: 409,
    zh: '订单 {number} 已取消，不能收款。',
    en: 'Order {number} is cancelled; no payment is taken for it.',
  },
  orderExpired: {
    status: 409,
    zh: '订单 {number} 已因逾期失效，不能收款。',
    en: 'Order {number} has expired; no payment is taken for it.',
  },
  currencyTwice: { status: 422, zh: '同一币种有多个限额。', en: 'A currency has more than one limit.' },
  refundNotApproved: {
    status: 409,
    zh: '该款项超过限额，须先由他人审核。',
    en: 'This is above the limit: somebody else must approve it first.',
  },
  refundNotAwaiting: { status: 409, zh: '该款项无需审核或已审核。', en: 'This does not wait for approval.' },
  paymentKnown: {
    status: 409,
    zh: '这笔收款已登记（凭证 {entry}）。',
    en: 'This payment is recorded already (entry {entry}).',
  },
  overpayment: {
    status: 409,
    zh: '超出应收金额：该订单尚欠 {open}。',
    en: 'That is more than the order is worth: {open} is still open.',
  },
  departureCalledOff: {
    status: 409,
    zh: '订单 {number} 的团期已取消，无需再付款。',
    en: 'The departure of order {number} does not take place; nothing is to be paid for it.',
  },
  nothingOpen: {
    status: 409,
    zh: '该订单没有待付款项。',
    en: 'Nothing of this order is left to be paid.',
  },
  noOnlinePayment: {
    status: 503,
    zh: '在线支付尚未开通，请选择其他付款方式。',
    en: 'Online payment is not available here; please pay in another way.',
  },
  callbackNotGenuine: {
    status: 401,
    zh: '回调签名无效或已过期。',
    en: 'The message was not signed by the provider, or too long ago.',
  },
  callbackUnreadable: {
    status: 400,
    zh: '回调内容无法识别。',
    en: 'The message is not of the form that was agreed with the provider.',
  },
  callbackSetAside: {
    status: 422,
    zh: '回调与待付款项不符（{reason}），已转人工处理。',
    en: 'The message does not fit what was to be paid ({reason}); it was set aside for a person.',
  },
  alreadyPosted: { status: 409, zh: '该业务已经入账。', en: 'This has been posted already.' },
  alreadyReversed: {
    status: 409,
    zh: '凭证 {number} 已被冲销。',
    en: 'Entry {number} has been reversed already.',
  },
  reversalOfReversal: {
    status: 409,
    zh: '凭证 {number} 本身是冲销凭证，请重新登记原业务。',
    en: 'Entry {number} is a reversal itself; record the business again instead.',
  },
  settlementNotReversible: {
    status: 409,
    zh: '凭证 {number} 属于团队结算，不能单独冲销。',
    en: 'Entry {number} belongs to a group settlement and is not reversed by itself.',
  },
  orderSettled: {
    status: 409,
    zh: '该订单所在团队已结算，收款不能冲销。',
    en: 'The group of this order has been settled; its payments are not reversed any more.',
  },
  orderInvoiced: {
    status: 409,
    zh: '该订单已开具发票 {number}，收款不能冲销。',
    en: 'Invoice {number} has been issued for this order; its payments are not reversed.',
  },
  paymentRefunded: {
    status: 409,
    zh: '该笔收款已有退款，不能冲销。',
    en: 'A part of this payment goes back to the customer; it is not reversed any more.',
  },
  refundNotReversible: {
    status: 409,
    zh: '凭证 {number} 属于退款，不能单独冲销。',
    en: 'Entry {number} belongs to a refund and is not reversed by itself.',
  },
  commissionNotReversible: {
    status: 409,
    zh: '凭证 {number} 属于分支佣金，随订单取消冲回，不能单独冲销。',
    en: 'Entry {number} belongs to a commission between branches and goes back with its order.',
  },
  refundPaid: { status: 409, zh: '该退款已支付。', en: 'This refund has been paid already.' },
  departureSettled: {
    status: 409,
    zh: '该团已结算。',
    en: 'The group of this departure has been settled already.',
  },
  wholeAgencyOnly: {
    status: 403,
    zh: '团队结算涉及各分支，需要全社范围的权限。',
    en: 'A group settlement takes in all branches; it needs the permission for the whole agency.',
  },
  tripNotEnded: {
    status: 409,
    zh: '行程尚未结束，不能结算。',
    en: 'The trip has not ended; it cannot be settled yet.',
  },
  ordersNotComplete: {
    status: 409,
    zh: '下列订单尚未完成，请稍后重试：{orders}。',
    en: 'These orders are not complete yet; try again shortly: {orders}.',
  },
  noOrdersToSettle: {
    status: 409,
    zh: '该团没有已完成的订单。',
    en: 'There is no completed order on this departure.',
  },
  ordersNotPaid: {
    status: 409,
    zh: '下列订单尚未付清：{orders}。',
    en: 'These orders are not fully paid: {orders}.',
  },
  costsInOtherCurrency: {
    status: 409,
    zh: '下列成本的币种不是团队币种 {currency}，请冲销后按该币种重新登记：{entries}。',
    en: 'These costs are not in {currency}, the currency of the group; reverse them and record them in it: {entries}.',
  },
  taxNumberInvalid: {
    status: 422,
    zh: '统一社会信用代码有误。',
    en: 'The unified social credit code is wrong.',
  },
  notFullyPaid: {
    status: 409,
    zh: '订单 {number} 尚欠 {open}，付清后方可开票。',
    en: 'Order {number} has {open} open; an invoice is issued when it is fully paid.',
  },
  orderNotStanding: {
    status: 409,
    zh: '订单 {number} 已取消或失效，不能开票。',
    en: 'Order {number} is cancelled or has expired; no invoice is issued for it.',
  },
  nothingToInvoice: {
    status: 409,
    zh: '订单 {number} 的金额为零，无需开票。',
    en: 'Order {number} costs nothing; there is nothing to invoice.',
  },
  alreadyInvoiced: {
    status: 409,
    zh: '该订单已有有效发票。',
    en: 'There is a valid invoice for this order already.',
  },
});
