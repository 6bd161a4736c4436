import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { ReminderRules, ReminderRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { NumberField } from './number-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** When customers are reminded of payments, and the staff of departures. */
export function ReminderRulesCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'reminder-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/reminder-rules', { signal })),
  });
  return (
    <RuleCard
      title={t('reminders')}
      why={t('remindersWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(rules, open, onClose) => <SetReminderRules shown={rules} {...{ open, onClose }} />}
    >
      {({ reminderHour, departingDays }) => (
        <Facts
          of={[
            [t('reminderHour'), `${String(reminderHour).padStart(2, '0')}:00`],
            [t('departingDays'), departingDays],
          ]}
        />
      )}
    </RuleCard>
  );
}

function SetReminderRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: ReminderRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, ...rules } = useAsOpened(shown, open);
  const [form] = Form.useForm<ReminderRules>();
  const change = useChange(
    (body: ReminderRules, key) =>
      answer(api.booking.PUT('/v1/reminder-rules', { body, headers: changing(key, version) })),
    { touches: [['booking', 'reminder-rules']], done: t('saved') },
  );
  return (
    <FormDrawer<ReminderRules>
      title={t('reminders')}
      name="reminder-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={rules}
    >
      <NumberField name="reminderHour" label={t('reminderHour')} hint={t('reminderHint')} max={23} />
      <NumberField name="departingDays" label={t('departingDays')} min={1} max={60} />
    </FormDrawer>
  );
}
