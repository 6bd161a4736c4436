import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('exchange-rates', {
  title: { zh: '汇率', en: 'Exchange rates' },
  why: {
    zh: '报价换算所用的本社汇率，从生效日期起适用；登记后不修改，只登记新的。',
    en: 'What quotations are converted at, from a day on; rates are never changed, only followed by the next.',
  },
  pair: { zh: '货币', en: 'Currencies' },
  pairOf: { zh: '1 {{from}} 兑 {{to}}', en: '1 {{from}} in {{to}}' },
  from: { zh: '从货币', en: 'From' },
  to: { zh: '到货币', en: 'To' },
  rate: { zh: '汇率', en: 'Rate' },
  rateHint: {
    zh: '1 单位前者值多少后者，例如 7.1043',
    en: 'What one unit of the first is worth in the second, such as 7.1043',
  },
  rateWrong: { zh: '请填写小数，例如 7.1043', en: 'A decimal, such as 7.1043' },
  validFrom: { zh: '生效日期', en: 'From' },
  source: { zh: '来源', en: 'Source' },
  sourceHint: { zh: '例如 中国银行现汇卖出价', en: 'For example Bank of China, selling rate' },
  setBy: { zh: '登记人', en: 'Set by' },
  set: { zh: '登记汇率', en: 'Set a rate' },
  saved: { zh: '汇率已登记', en: 'Rate set' },
});
