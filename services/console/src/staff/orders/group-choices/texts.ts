import { defineTexts } from '../../../texts/define-texts.ts';

export const texts = defineTexts('group-choices', {
  title: { zh: '团期取消后的客户选择', en: 'What the customer chose' },
  calledOff: {
    zh: '此订单的团期已取消。请联系客户，登记其选择和同意方式。',
    en: 'The departure of this order is cancelled. Ask the customer what they want, and record it with their consent.',
  },
  record: { zh: '登记客户选择', en: 'Record the choice' },
  recordWhy: {
    zh: '登记后立即执行，不能更改：转团和改期按原价移动座位，退款按退改规则结算。',
    en: 'It is carried out at once and never changed: seats move at the price of the order, a refund is settled by the cancellation rules.',
  },
  recorded: { zh: '客户选择已登记并执行', en: 'Recorded and carried out' },
  choice: { zh: '客户选择', en: 'Choice' },
  transfer: { zh: '转到其他团期', en: 'Transfer to another departure' },
  postponement: { zh: '改期（同一产品的较晚团期）', en: 'Postponement: a later date of the same product' },
  refund: { zh: '退款', en: 'Refund' },
  target: { zh: '新团期', en: 'New departure' },
  from: { zh: '取消的团期', en: 'Departure cancelled' },
  consentBy: { zh: '同意方式', en: 'Consent given' },
  'in-person': { zh: '当面', en: 'in person' },
  telephone: { zh: '电话', en: 'by telephone' },
  message: { zh: '短信或聊天', en: 'by message' },
  letter: { zh: '书面', en: 'in writing' },
  portal: { zh: '客户本人在客户中心选择', en: 'chosen by the customer in the portal' },
  consentOn: { zh: '同意日期', en: 'Day of consent' },
  consentText: { zh: '客户同意的内容', en: 'What they agreed to' },
  consentHint: {
    zh: '例如：客户同意改到 12 月 3 日，价格不变',
    en: 'For example: agrees to 3 December at the same price',
  },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
  recordedAt: { zh: '登记时间', en: 'Recorded' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
  atLeast: { zh: '至少 3 个字', en: 'At least 3 characters' },
  // Of the departure's page.
  affected: { zh: '受影响的订单', en: 'Orders it concerns' },
  atRiskWhy: {
    zh: '未达到最低成团人数。团期取消后，在此逐单登记客户的选择。',
    en: 'Below its minimum. Once it is cancelled, what each customer chooses is recorded here.',
  },
  calledOffWhy: {
    zh: '团期已取消。以下订单还在等待客户选择转团、改期或退款。',
    en: 'It is cancelled. The customers of these orders have not chosen yet between transfer, postponement and refund.',
  },
  confirmedSeats: {
    zh: '已确认 {{seats}} 座，最低成团 {{minimum}}',
    en: '{{seats}} seats confirmed of at least {{minimum}}',
  },
  more: { zh: '显示更多', en: 'Show more' },
  nobodyLeft: { zh: '没有待处理的订单', en: 'No orders wait' },
  order: { zh: '订单', en: 'Order' },
  customer: { zh: '客户', en: 'Customer' },
  state: { zh: '状态', en: 'State' },
  seats: { zh: '座位', en: 'Seats' },
  total: { zh: '总额', en: 'Total' },
  paid: { zh: '已付', en: 'Paid' },
});
