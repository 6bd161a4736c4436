import { defineErrors } from '@yitu/kernel';

export const exchangeRateErrors = defineErrors('booking', {
  exchangeRateExists: {
    status: 409,
    zh: '这两种货币当天已有汇率。',
    en: 'There is a rate of these currencies from that day on.',
  },
  noExchangeRate: {
    status: 422,
    zh: '没有 {from} 兑 {to} 的汇率，请填写汇率及来源。',
    en: 'There is no rate from {from} to {to}: give one with its source.',
  },
  exchangeRateFigures: { status: 422, zh: '汇率不正确。', en: 'The exchange rate does not fit.' },
});
