import { defineTexts } from '../../../texts/define-texts.ts';

export const texts = defineTexts('supplier-losses', {
  title: { zh: '供应商成本与损失', en: 'What suppliers charge and keep' },
  why: {
    zh: '取消时用来核对旅行社净额：成本是供应商收取的金额，损失是取消后收不回的部分。',
    en: 'Beside what the customer owes when it is cancelled: what each supplier charges, and what of it does not come back.',
  },
  none: { zh: '尚未登记', en: 'Nothing noted yet' },
  supplier: { zh: '供应商', en: 'Supplier' },
  service: { zh: '服务', en: 'Service' },
  serviceHint: { zh: '例如：双床房 2 间夜', en: 'For example: twin room, 2 nights' },
  proof: { zh: '凭证', en: 'Proof' },
  proofHint: {
    zh: '例如：票号、供应商退款函编号。不可抗力取消时，只有来自供应商名录且有凭证的损失才向客户收取。',
    en: 'Such as a ticket number or the supplier’s letter. In force majeure only losses with a proof, of suppliers in the directory, are charged to the customer.',
  },
  cost: { zh: '成本', en: 'Charged' },
  lost: { zh: '损失', en: 'Lost' },
  recordedBy: { zh: '登记人', en: 'Noted by' },
  total: { zh: '损失合计', en: 'Lost in all' },
  record: { zh: '登记成本与损失', en: 'Note a cost' },
  recorded: { zh: '已登记', en: 'Noted' },
  withdraw: { zh: '撤销', en: 'Take back' },
  withdrawWhy: {
    zh: '撤销 {{supplier}} 的“{{service}}”。已经完成的取消不受影响。',
    en: 'Takes back “{{service}}” of {{supplier}}. Cancellations that are done stay as they are.',
  },
  withdrawn: { zh: '已撤销', en: 'Taken back' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
  moreThanCost: { zh: '不能多于成本', en: 'Not more than is charged' },
});
