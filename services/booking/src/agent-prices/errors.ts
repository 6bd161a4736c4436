import { defineErrors } from '@yitu/kernel';

export const agentErrors = defineErrors('booking', {
  notAFranchise: { status: 422, zh: '该分支不是加盟分支。', en: 'The branch is no franchise.' },
  agentPriceListExists: {
    status: 409,
    zh: '该分支已有此产品的代理价目表。',
    en: 'The branch has a price list as an agent for this already.',
  },
  agentPricesOfWhat: {
    status: 422,
    zh: '填写固定价格时须指定产品和币种。',
    en: 'Prices of a list need its product and their currency.',
  },
});
