import { command, query, type UnitOfWork } from '@yitu/persistence';
import { route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { addSetting, newestSetting, type RuleKind } from './settings.ts';

/** When customers are reminded of what they owe, and the staff of who travels soon. */
const ReminderRules = Type.Object(
  {
    reminderHour: Type.Integer({
      ...{ minimum: 0, maximum: 23 },
      description: 'Local hour at which customers are reminded on the day a payment is due',
    }),
    departingDays: Type.Integer({
      ...{ minimum: 1, maximum: 60 },
      description: 'Days before their departure from which orders are among the tasks',
    }),
  },
  { title: 'ReminderRules' },
);
type ReminderRules = Static<typeof ReminderRules>;

/** What applies until an agency has set its own: nine in the morning, a week before. */
const reminderRules: RuleKind<ReminderRules> = {
  ...{ kind: 'reminders', objectType: 'ReminderRules' },
  initial: { reminderHour: 9, departingDays: 7 },
};

/** The rules in force for what is due from now on. */
export const reminderRulesInForce = (uow: UnitOfWork) => newestSetting(uow, reminderRules);

/** The days in force within a statement; its parameter is the agency. */
export const departingDays = `coalesce((select (rules->>'departingDays')::integer from booking.rule_settings
  where agency_id = ? and kind = '${reminderRules.kind}' order by version desc limit 1), ${reminderRules.initial.departingDays})`;

const setRules = command(
  { permission: 'booking.rules.set' },
  (uow, setting: ReminderRules & { readonly version: number }) => addSetting(uow, reminderRules, setting),
);

const getRules = query({ permission: 'booking.rules.read' }, (uow, _input: object) =>
  reminderRulesInForce(uow),
);

const RulesView = Type.Object(
  { ...ReminderRules.properties, version: Version },
  { title: 'ReminderRulesInForce' },
);

export const reminderRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/reminder-rules',
    summary:
      'Set when customers are reminded of payments, for schedules made from now on, and from when departures are tasks',
    access: 'booking.rules.set',
    body: ReminderRules,
    result: RulesView,
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/reminder-rules',
    summary: 'When customers are reminded of payments, and the staff of departures',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
