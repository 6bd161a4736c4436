import { command, query, type UnitOfWork } from '@yitu/persistence';
import { route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { addSetting, newestSetting, type RuleKind } from './settings.ts';

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

const setRules = command(
  { permission: 'booking.rules.set' },
  (uow, setting: QuotationRules & { readonly version: number }) => addSetting(uow, quotationRules, setting),
);

const getRules = query({ permission: 'booking.rules.read' }, (uow, _input: object) =>
  quotationRulesInForce(uow),
);

const RulesView = Type.Object(
  { ...QuotationRules.properties, version: Version },
  { title: 'QuotationRulesInForce' },
);

export const quotationRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/quotation-rules',
    summary: 'Set how much may be taken off without a proven cost, for what is quoted from now on',
    access: 'booking.rules.set',
    body: QuotationRules,
    result: RulesView,
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/quotation-rules',
    summary: 'How much may be taken off a quotation without a proven cost',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
