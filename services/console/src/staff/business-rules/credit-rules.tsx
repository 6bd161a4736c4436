import { queryOptions } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { CreditRules, CreditRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { type AgencyRules, RulesCard, withoutVersion } from './rules-card.tsx';
import { texts } from './texts.ts';

export const creditRules: AgencyRules<CreditRulesInForce, CreditRules> = {
  inForce: queryOptions({
    queryKey: ['booking', 'credit-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/credit-rules', { signal })),
  }),
  begin: withoutVersion,
  set: (body, headers) => answer(api.booking.PUT('/v1/credit-rules', { body, headers })),
};

/** How much credit franchise branches without a limit have. */
export function CreditRulesCard() {
  const t = texts.use();
  return (
    <RulesCard
      title={t('franchiseCredit')}
      why={t('creditWhy')}
      rules={creditRules}
      fields={
        <Form.Item name="withoutLimit" label={t('withoutLimit')} required>
          <Radio.Group
            vertical
            options={(['unlimited', 'nothing'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </Form.Item>
      }
    >
      {({ withoutLimit }) => <Facts of={[[t('withoutLimit'), t(withoutLimit)]]} />}
    </RulesCard>
  );
}
