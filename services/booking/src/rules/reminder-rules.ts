import type { UnitOfWork } from '@yitu/persistence';
import { Type, type Static } from 'typebox';
import { ruleRoutes } from './rule-routes.ts';
import { newestSetting, type RuleKind } from './settings.ts';

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

export const reminderRulesRoutes = () =>
  ruleRoutes({
    ...{ path: '/v1/reminder-rules', schema: ReminderRules, of: reminderRules },
    summaries: {
      set: 'Set when customers are reminded of payments, for schedules made from now on, and from when departures are tasks',
      get: 'When customers are reminded of payments, and the staff of departures',
    },
  });
