import type { UnitOfWork } from '@yitu/persistence';
import { Type, type Static } from 'typebox';
import { ruleRoutes } from '../rules/rule-routes.ts';
import { newestSetting, type RuleKind } from '../rules/settings.ts';

/** How long customers of a called-off departure have to choose. */
const ChoiceRules = Type.Object(
  {
    choiceDays: Type.Integer({
      ...{ minimum: 1, maximum: 90 },
      description:
        'Days from the call-off within which customers choose, and before the departure; who has not chosen by then is refunded in full',
    }),
  },
  { title: 'GroupChoiceRules' },
);
type ChoiceRules = Static<typeof ChoiceRules>;

/** What applies until an agency has set its own: a week. */
const choiceRules: RuleKind<ChoiceRules> = {
  ...{ kind: 'group-choices', objectType: 'GroupChoiceRules' },
  initial: { choiceDays: 7 },
};

/** The rules in force for what is called off now. */
export const choiceRulesInForce = (uow: UnitOfWork) => newestSetting(uow, choiceRules);

export const choiceRulesRoutes = () =>
  ruleRoutes({
    ...{ path: '/v1/group-choice-rules', schema: ChoiceRules, of: choiceRules },
    summaries: {
      set: 'Set how long customers have to choose, for departures that are called off from now on',
      get: 'How long customers of a called-off departure have to choose',
    },
  });
