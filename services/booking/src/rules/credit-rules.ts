import { Type, type Static } from 'typebox';
import { ruleRoutes } from './rule-routes.ts';
import type { RuleKind } from './settings.ts';

/** How much credit a franchise branch has that nobody has set a limit for. */
const CreditRules = Type.Object(
  {
    withoutLimit: Type.Enum(['unlimited', 'nothing'], {
      description:
        'Of a franchise branch without an approved limit: all its orders are approved, or only what is paid in full',
    }),
  },
  { title: 'CreditRules' },
);
type CreditRules = Static<typeof CreditRules>;

/** What applies until an agency has set its own. */
const creditRules: RuleKind<CreditRules> = {
  ...{ kind: 'credit', objectType: 'CreditRules' },
  initial: { withoutLimit: 'unlimited' },
};

/** Whether branches without a limit have no credit, as a part of a statement; it takes the agency. */
export const nothingWithoutLimit = `coalesce((select rules->>'withoutLimit' from booking.rule_settings
  where agency_id = ? and kind = '${creditRules.kind}' order by version desc limit 1), '${creditRules.initial.withoutLimit}') = 'nothing'`;

export const creditRulesRoutes = () =>
  ruleRoutes({
    ...{ path: '/v1/credit-rules', schema: CreditRules, of: creditRules },
    summaries: {
      set: 'Set how much credit franchise branches without a limit have, for approvals from now on',
      get: 'How much credit franchise branches without a limit have',
    },
  });
