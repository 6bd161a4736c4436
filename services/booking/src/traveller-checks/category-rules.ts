import { command, query, type UnitOfWork } from '@yitu/persistence';
import { LocalDate, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { TravellerCategory } from '../pricing/price.ts';
import { addSetting, settingsOf, type RuleKind } from '../rules/settings.ts';

/** Which travellers an order may name in which category, and how long their documents are valid. */
const TravellerRules = Type.Object(
  {
    validFrom: { ...LocalDate, description: 'Departures before it follow the earlier rules' },
    homeCountry: Type.String({
      pattern: '^[A-Z]{2}$',
      description:
        'ISO 3166-1 alpha-2: trips to other countries are outbound (出境), Hong Kong, Macao and Taiwan among them',
    }),
    infantsBelow: Type.Integer({ minimum: 1, maximum: 5, description: 'Age in years at departure' }),
    childrenBelow: Type.Integer({ minimum: 6, maximum: 21, description: 'Age in years at departure' }),
    monthsBeyondReturn: Type.Integer({
      ...{ minimum: 0, maximum: 12 },
      description:
        'For which the document must still be valid after the return from an outbound trip; destinations may ask for more',
    }),
    replacement: Type.Enum(['until-cut-off', 'never'], {
      default: 'until-cut-off',
      description:
        'Whether somebody may travel in the place of another once an order is approved, until the cut-off',
    }),
  },
  { title: 'TravellerRules' },
);
type TravellerRules = Static<typeof TravellerRules>;

/**
 * What applies until an agency has set its own. 公共航空运输旅客服务管理规定 (Ministry of Transport 2021 no. 3) and IATA resolutions: an infant has not
 * completed two years, a child not twelve, on the day the journey begins. Documents are to be valid to the day of return.
 */
const travellerRules: RuleKind<TravellerRules> = {
  ...{ kind: 'travellers', objectType: 'TravellerRules' },
  initial: {
    ...{ validFrom: '2014-01-01', homeCountry: 'CN' },
    ...{ infantsBelow: 2, childrenBelow: 12, monthsBeyondReturn: 0, replacement: 'until-cut-off' },
  },
};

/** The newest of some rules that is in force for a departure on a date; of a departure before all of them the first rules are. */
function travellerRulesOn<Rules extends TravellerRules>(
  date: string,
  newestFirst: readonly [Rules, ...Rules[]],
): Rules {
  const inForce = newestFirst.find(({ validFrom }) => validFrom <= date);
  return inForce ?? newestFirst.at(-1) ?? newestFirst[0];
}

/** Tells the rules for departures by their dates. */
export async function travellerRulesByDate(uow: UnitOfWork): Promise<(date: string) => TravellerRules> {
  const newestFirst = await settingsOf(uow, travellerRules);
  return (date) => travellerRulesOn(date, newestFirst);
}

/** The rules for a departure on a date. */
export const travellerRulesFor = async (uow: UnitOfWork, date: string): Promise<TravellerRules> =>
  (await travellerRulesByDate(uow))(date);

/** Ages in years at departure, from the first to below the second; no upper bound where that is 0. */
export function agesOf(
  { infantsBelow, childrenBelow }: TravellerRules,
  category: TravellerCategory,
): { readonly from: number; readonly below: number } {
  if (category === 'adult') return { from: childrenBelow, below: 0 };
  if (category === 'infant') return { from: 0, below: infantsBelow };
  return { from: infantsBelow, below: childrenBelow };
}

const setRules = command(
  { permission: 'booking.rules.set' },
  (uow, setting: TravellerRules & { readonly version: number }) => addSetting(uow, travellerRules, setting),
);

const getRules = query({ permission: 'booking.rules.read' }, async (uow, _input: object) => {
  const [newest, ...earlier] = await settingsOf(uow, travellerRules);
  return { ...newest, earlier };
});

const RulesView = { ...TravellerRules.properties, version: Version };

export const travellerRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/traveller-rules',
    summary:
      'Set which ages the categories of travellers have and how long documents are valid, for departures from a day on',
    access: 'booking.rules.set',
    body: TravellerRules,
    result: Type.Object(RulesView),
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/traveller-rules',
    summary: 'The rules for travellers that were set last, and all before them',
    access: 'booking.rules.read',
    result: Type.Object(
      { ...RulesView, earlier: Type.Array(Type.Object(RulesView), { description: 'Newest first' }) },
      { title: 'TravellerRulesSet' },
    ),
    handle: (call) => getRules(call, {}),
  }),
];
