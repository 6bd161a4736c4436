import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { GroupChoiceRules, GroupChoiceRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { NumberField } from '../business-rules/number-field.tsx';
import { RuleCard } from '../business-rules/rule-card.tsx';
import { texts } from './texts.ts';

/** How long customers of a called-off departure have to choose. */
export function ChoiceRulesCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'group-choice-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/group-choice-rules', { signal })),
  });
  return (
    <RuleCard
      title={t('choosing')}
      why={t('choosingWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(rules, open, onClose) => <SetChoiceRules shown={rules} {...{ open, onClose }} />}
    >
      {({ choiceDays, version }) => (
        <Facts
          of={[
            [t('choiceDays'), t('daysLong', { days: choiceDays })],
            [t('version'), version],
          ]}
        />
      )}
    </RuleCard>
  );
}

function SetChoiceRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: GroupChoiceRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, ...rules } = useAsOpened(shown, open);
  const [form] = Form.useForm<GroupChoiceRules>();
  const change = useChange(
    (body: GroupChoiceRules, key) =>
      answer(api.booking.PUT('/v1/group-choice-rules', { body, headers: changing(key, version) })),
    { touches: [['booking', 'group-choice-rules']], done: t('choosingChanged') },
  );
  return (
    <FormDrawer<GroupChoiceRules>
      title={t('choosing')}
      name="group-choice-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={rules}
    >
      <NumberField
        name="choiceDays"
        label={t('choiceDays')}
        unit={t('dayUnit')}
        hint={t('choiceHint')}
        min={1}
        max={90}
      />
    </FormDrawer>
  );
}
