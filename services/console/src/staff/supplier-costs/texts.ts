import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('supplier-costs', {
  title: { zh: '供应商成本', en: 'Supplier costs' },
  departure: { zh: '团期', en: 'Departure' },
  branch: { zh: '付款分支', en: 'Paid by' },
  branchHint: { zh: '不选时为经办人所在分支', en: 'Your own branch when left empty' },
  supplier: { zh: '供应商', en: 'Supplier' },
  service: { zh: '服务', en: 'Service' },
  amount: { zh: '金额', en: 'Amount' },
  incurredOn: { zh: '发生日期', en: 'Incurred on' },
  description: { zh: '说明', en: 'Description' },
  state: { zh: '状态', en: 'State' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  recordedBy: { zh: '经办人', en: 'Recorded by' },
  recordedAt: { zh: '登记时间', en: 'Recorded' },
  record: { zh: '登记成本', en: 'Record a cost' },
  recorded: { zh: '成本已入账', en: 'Cost recorded' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
});
