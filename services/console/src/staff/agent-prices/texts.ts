import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('agent-prices', {
  title: { zh: '代理价', en: 'Agent prices' },
  why: {
    zh: '加盟店作为代理销售时的价格，优先于渠道价；只影响此后下的订单。',
    en: 'At what prices franchise branches sell as agents, before the prices of the channel; for orders placed from now on.',
  },
  branch: { zh: '加盟店', en: 'Franchise branch' },
  product: { zh: '产品', en: 'Product' },
  allProducts: { zh: '其他全部产品', en: 'All products without a list' },
  productHint: {
    zh: '不选则适用于没有单独代理价的全部产品，只能设折扣',
    en: 'Left empty it is for all products without a list, and only a discount',
  },
  discount: { zh: '折扣（减少比例）', en: 'Discount' },
  discountHint: {
    zh: '没有列出代理价的类别，在原价上减少的比例',
    en: 'Off what the agent would pay, where the list has no price',
  },
  prices: { zh: '代理价格', en: 'Prices' },
  who: { zh: '类别', en: 'For whom' },
  amount: { zh: '价格', en: 'Price' },
  addPrice: { zh: '添加价格', en: 'Add a price' },
  setUp: { zh: '新增代理价', en: 'Set agent prices' },
  change: { zh: '修改代理价', en: 'Change agent prices' },
  saved: { zh: '代理价已保存', en: 'Agent prices saved' },
});
