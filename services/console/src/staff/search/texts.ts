import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('search', {
  label: { zh: '搜索订单、客户和团期', en: 'Search orders, customers and groups' },
  placeholder: { zh: '订单号、客户、电话、团号（按 / 键）', en: 'Order, customer, phone, group (press /)' },
  orders: { zh: '订单', en: 'Orders' },
  departures: { zh: '团期', en: 'Departures' },
  customers: { zh: '客户', en: 'Customers' },
  failed: { zh: '暂时无法搜索，请稍后再试', en: 'The search does not work just now. Try again in a moment' },
  nothing: { zh: '没有找到', en: 'Nothing found' },
});
