import type { Tone } from '../../patterns/state-tag.tsx';
import { defineTexts } from '../../texts/define-texts.ts';

/** How money moves. */
export const methods = defineTexts('payment-methods', {
  cash: { zh: '现金', en: 'Cash' },
  'bank-transfer': { zh: '银行转账', en: 'Bank transfer' },
  'card-terminal': { zh: '刷卡（POS）', en: 'Card terminal' },
  online: { zh: '在线支付', en: 'Online' },
});

/** What people at a desk take or give; online payments come from their providers. */
export const deskMethods = ['bank-transfer', 'cash', 'card-terminal'] as const;

export const services = defineTexts('supplier-services', {
  hotel: { zh: '住宿', en: 'Hotel' },
  restaurant: { zh: '用餐', en: 'Restaurant' },
  vehicle: { zh: '用车', en: 'Vehicle' },
  transport: { zh: '大交通', en: 'Transport' },
  ticket: { zh: '门票', en: 'Ticket' },
  'ground-agent': { zh: '地接', en: 'Ground agent' },
  guide: { zh: '导游', en: 'Guide' },
  visa: { zh: '签证', en: 'Visa' },
  insurance: { zh: '保险', en: 'Insurance' },
  other: { zh: '其他', en: 'Other' },
});

export const serviceKinds = [
  'hotel',
  'restaurant',
  'vehicle',
  'transport',
  'ticket',
  'ground-agent',
  'guide',
  'visa',
  'insurance',
  'other',
] as const;

export const moneyStates = defineTexts('money-states', {
  received: { zh: '已收', en: 'Received' },
  recorded: { zh: '已入账', en: 'Recorded' },
  reversed: { zh: '已冲销', en: 'Reversed' },
  'awaiting-approval': { zh: '待审批', en: 'Awaiting approval' },
  due: { zh: '待付', en: 'Due' },
  paid: { zh: '已付', en: 'Paid' },
  issued: { zh: '已开具', en: 'Issued' },
});

export const moneyTones: Readonly<Record<string, Tone>> = {
  received: 'good',
  recorded: 'good',
  reversed: 'over',
  'awaiting-approval': 'waiting',
  due: 'going',
  paid: 'good',
  issued: 'good',
};
