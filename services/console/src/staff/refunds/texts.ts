import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('refunds', {
  title: { zh: '退款', en: 'Refunds' },
  compensations: { zh: '违约金', en: 'Compensations' },
  order: { zh: '订单', en: 'Order' },
  customer: { zh: '客户', en: 'Customer' },
  amount: { zh: '金额', en: 'Amount' },
  method: { zh: '退回方式', en: 'Goes back by' },
  payMethod: { zh: '支付方式', en: 'Paid by' },
  dueOn: { zh: '应付日期', en: 'Due on' },
  state: { zh: '状态', en: 'State' },
  approvedBy: { zh: '审批人', en: 'Approved by' },
  paidOn: { zh: '付款日期', en: 'Paid on' },
  paidBy: { zh: '付款人', en: 'Paid by' },
  reference: { zh: '流水号', en: 'Reference' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  step: { zh: '办理', en: 'Next step' },
  approve: { zh: '审批', en: 'Approve' },
  approveWhy: {
    zh: '批准后即可付款。取消订单的本人不能审批。',
    en: 'It can be paid afterwards. Whoever cancelled the order cannot approve it.',
  },
  approved: { zh: '已批准', en: 'Approved' },
  pay: { zh: '登记付款', en: 'Note as paid' },
  paid: { zh: '已登记付款', en: 'Noted as paid' },
  payHint: {
    zh: '原路退回：{{method}}',
    en: 'It goes back the way it came: {{method}}',
  },
  required: { zh: '请填写此项', en: 'Please fill this in' },
});
