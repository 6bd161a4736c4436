import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('search', {
  label: { zh: '搜索订单、客户和团期', en: 'Search orders, customers and groups' },
  placeholder: { zh: '订单号、客户、电话、团号（按 / 键）', en: 'Order, customer, phone, group (press /)' },
  orders: { zh: '订单', en: 'Orders' },
  departures: { zh: '团期', en: 'Departures' },
  customers: { zh: '客户', en: 'Customers' },
  nothing: { zh: '没有找到', en: 'Nothing found' },
});
