import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('invoices', {
  title: { zh: '发票', en: 'Invoices' },
  number: { zh: '发票号', en: 'Number' },
  order: { zh: '订单', en: 'Order' },
  customer: { zh: '客户', en: 'Customer' },
  branch: { zh: '开票分支', en: 'Branch' },
  madeOutTo: { zh: '发票抬头', en: 'Made out to' },
  taxNumber: { zh: '纳税人识别号', en: 'Tax number' },
  taxNumberHint: {
    zh: '18 位统一社会信用代码；个人抬头不填',
    en: 'The 18 characters of the unified social credit code; none for a person',
  },
  kind: { zh: '类型', en: 'Kind' },
  electronic: { zh: '电子发票', en: 'Electronic' },
  paper: { zh: '纸质发票', en: 'Paper' },
  deliveryEmail: { zh: '收票邮箱', en: 'Sent to' },
  amount: { zh: '金额', en: 'Amount' },
  issuedOn: { zh: '开票日期', en: 'Issued on' },
  issuedBy: { zh: '开票人', en: 'Issued by' },
  pdf: { zh: '下载 PDF', en: 'Download as PDF' },
  issue: { zh: '开具发票', en: 'Issue an invoice' },
  issueHint: {
    zh: '订单全部付清后，按订单总额开具，一单一票。',
    en: 'For the whole of an order that is fully paid; one invoice an order.',
  },
  issued: { zh: '发票已开具', en: 'Invoice issued' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
});
