import type { UnitOfWork } from '@yitu/persistence';
import { Type, type Static } from 'typebox';
import { ruleRoutes } from './rule-routes.ts';
import { newestSetting, type RuleKind } from './settings.ts';

/** How much sellers may take off by themselves. */
const QuotationRules = Type.Object(
  {
    discountWithoutCost: Type.Integer({
      ...{ minimum: 0, maximum: 10_000 },
      description:
        'Hundredths of a percent of the price that may be taken off lines whose cost no net rate proves; more needs the approval of somebody else',
    }),
  },
  { title: 'QuotationRules' },
);
type QuotationRules = Static<typeof QuotationRules>;

/** What applies until an agency has set its own: a tenth of the price. */
const quotationRules: RuleKind<QuotationRules> = {
  ...{ kind: 'quotations', objectType: 'QuotationRules' },
  initial: { discountWithoutCost: 1_000 },
};

/** The rules in force for what is quoted now. */
export const quotationRulesInForce = (uow: UnitOfWork) => newestSetting(uow, quotationRules);

export const quotationRulesRoutes = () =>
  ruleRoutes({
    ...{ path: '/v1/quotation-rules', schema: QuotationRules, of: quotationRules },
    summaries: {
      set: 'Set how much may be taken off without a proven cost, for what is quoted from now on',
      get: 'How much may be taken off a quotation without a proven cost',
    },
  });
