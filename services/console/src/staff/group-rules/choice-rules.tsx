import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { GroupChoiceRules, GroupChoiceRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { NumberField } from '../business-rules/number-field.tsx';
import { type AgencyRules, RulesCard, withoutVersion } from '../business-rules/rules-card.tsx';
import { texts } from './texts.ts';

const rules: AgencyRules<GroupChoiceRulesInForce, GroupChoiceRules> = {
  inForce: queryOptions({
    queryKey: ['booking', 'group-choice-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/group-choice-rules', { signal })),
  }),
  begin: withoutVersion,
  set: (body, headers) => answer(api.booking.PUT('/v1/group-choice-rules', { body, headers })),
};

/** How long customers of a called-off departure have to choose. */
export function ChoiceRulesCard() {
  const t = texts.use();
  return (
    <RulesCard
      title={t('choosing')}
      why={t('choosingWhy')}
      rules={rules}
      fields={
        <NumberField
          name="choiceDays"
          label={t('choiceDays')}
          unit={t('dayUnit')}
          hint={t('choiceHint')}
          min={1}
          max={90}
        />
      }
    >
      {({ choiceDays, version }) => (
        <Facts
          of={[
            [t('choiceDays'), t('daysLong', { days: choiceDays })],
            [t('version'), version],
          ]}
        />
      )}
    </RulesCard>
  );
}
