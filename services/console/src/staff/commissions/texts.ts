import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('commissions', {
  title: { zh: '佣金', en: 'Commissions' },
  why: {
    zh: '分支销售其他分支操作的团所得的佣金，订单确认时计入。',
    en: 'What branches earn for selling what others operate; recorded when the order is confirmed.',
  },
  report: { zh: '月度汇总', en: 'By month' },
  records: { zh: '逐笔明细', en: 'One by one' },
  order: { zh: '订单', en: 'Order' },
  kind: { zh: '类型', en: 'Kind' },
  earned: { zh: '计入', en: 'Earned' },
  reversed: { zh: '冲回', en: 'Taken back' },
  seller: { zh: '销售分支', en: 'Sold by' },
  operator: { zh: '操作分支', en: 'Operated by' },
  amount: { zh: '金额', en: 'Amount' },
  recordedOn: { zh: '日期', en: 'Recorded on' },
  rulesVersion: { zh: '规则版本', en: 'Rules version' },
  from: { zh: '起始月份', en: 'From month' },
  to: { zh: '结束月份', en: 'To month' },
  branch: { zh: '分支', en: 'Branch' },
  month: { zh: '月份', en: 'Month' },
  orders: { zh: '订单数', en: 'Orders' },
  net: { zh: '净额', en: 'Net' },
  nothing: { zh: '这段时间没有佣金', en: 'No commissions in these months' },
});
