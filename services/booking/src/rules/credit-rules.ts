import { command, query } from '@yitu/persistence';
import { route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { addSetting, newestSetting, type RuleKind } from './settings.ts';

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

const setRules = command(
  { permission: 'booking.rules.set' },
  (uow, setting: CreditRules & { readonly version: number }) => addSetting(uow, creditRules, setting),
);

const getRules = query({ permission: 'booking.rules.read' }, (uow, _input: object) =>
  newestSetting(uow, creditRules),
);

const RulesView = Type.Object(
  { ...CreditRules.properties, version: Version },
  { title: 'CreditRulesInForce' },
);

export const creditRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/credit-rules',
    summary: 'Set how much credit franchise branches without a limit have, for approvals from now on',
    access: 'booking.rules.set',
    body: CreditRules,
    result: RulesView,
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/credit-rules',
    summary: 'How much credit franchise branches without a limit have',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
