import { defineErrors } from '@yitu/kernel';

export const commissionErrors = defineErrors('booking', {
  commissionRuleUnclear: {
    status: 422,
    zh: '每条佣金规则应填写比例或每席金额之一。',
    en: 'A rule for commissions says either a share or an amount for a seat.',
  },
  commissionRuleTwice: {
    status: 422,
    zh: '两条佣金规则的适用条件相同。',
    en: 'Two rules for commissions hold for the same.',
  },
  monthsReversed: { status: 422, zh: '结束月份早于开始月份。', en: 'The last month is before the first.' },
});
