import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { ReminderRules, ReminderRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { NumberField } from './number-field.tsx';
import { type AgencyRules, RulesCard, withoutVersion } from './rules-card.tsx';
import { texts } from './texts.ts';

const rules: AgencyRules<ReminderRulesInForce, ReminderRules> = {
  inForce: queryOptions({
    queryKey: ['booking', 'reminder-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/reminder-rules', { signal })),
  }),
  begin: withoutVersion,
  set: (body, headers) => answer(api.booking.PUT('/v1/reminder-rules', { body, headers })),
};

/** When customers are reminded of payments, and the staff of departures. */
export function ReminderRulesCard() {
  const t = texts.use();
  return (
    <RulesCard
      title={t('reminders')}
      why={t('remindersWhy')}
      rules={rules}
      fields={
        <>
          <NumberField name="reminderHour" label={t('reminderHour')} hint={t('reminderHint')} max={23} />
          <NumberField name="departingDays" label={t('departingDays')} min={1} max={60} />
        </>
      }
    >
      {({ reminderHour, departingDays }) => (
        <Facts
          of={[
            [t('reminderHour'), `${String(reminderHour).padStart(2, '0')}:00`],
            [t('departingDays'), departingDays],
          ]}
        />
      )}
    </RulesCard>
  );
}
