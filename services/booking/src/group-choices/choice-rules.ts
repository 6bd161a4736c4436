import { command, query, type UnitOfWork } from '@yitu/persistence';
import { route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { addSetting, newestSetting, type RuleKind } from '../rules/settings.ts';

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

const setRules = command(
  { permission: 'booking.rules.set' },
  (uow, setting: ChoiceRules & { readonly version: number }) => addSetting(uow, choiceRules, setting),
);

const getRules = query({ permission: 'booking.rules.read' }, (uow, _input: object) =>
  choiceRulesInForce(uow),
);

const RulesView = Type.Object(
  { ...ChoiceRules.properties, version: Version },
  { title: 'GroupChoiceRulesInForce' },
);

export const choiceRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/group-choice-rules',
    summary: 'Set how long customers have to choose, for departures that are called off from now on',
    access: 'booking.rules.set',
    body: ChoiceRules,
    result: RulesView,
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/group-choice-rules',
    summary: 'How long customers of a called-off departure have to choose',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
