import { defineErrors } from '@yitu/kernel';

export const portalErrors = defineErrors('booking', {
  noOwnCustomer: {
    status: 409,
    zh: '您的账户尚未关联客户资料，请稍后重试或联系门店。',
    en: 'There is no customer of yours yet; try again shortly or ask the agency.',
  },
  tooManyHolds: {
    status: 409,
    zh: '您已有 {open} 个未付款的占位订单，最多可同时保留 {limit} 个。',
    en: 'You hold seats with {open} unpaid orders; {limit} at once are possible.',
  },
  tooManySeats: {
    status: 422,
    zh: '自助下单每单最多 {limit} 人，人数更多请联系门店。',
    en: 'An order of your own takes {limit} travellers at most; ask the agency for more.',
  },
  tooManyWaitingEntries: {
    status: 409,
    zh: '您已在 {open} 个团期候补，最多可同时候补 {limit} 个。',
    en: 'You wait for {open} departures; {limit} at once are possible.',
  },
  channelNotYours: {
    status: 403,
    zh: '您的订单属于“{channel}”渠道，不能另选渠道。',
    en: 'Your orders come in by {channel}; you may not choose another channel.',
  },
});
