import { queryOptions } from '@tanstack/react-query';
import { Form } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { QuotationRules, QuotationRulesInForce } from '../../api/gen/booking.ts';
import { shareText } from '../../format/money.ts';
import { Facts } from '../../patterns/facts.tsx';
import { PercentInput } from '../../patterns/percent-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { type AgencyRules, RulesCard, withoutVersion } from './rules-card.tsx';
import { texts } from './texts.ts';

const rules: AgencyRules<QuotationRulesInForce, QuotationRules> = {
  inForce: queryOptions({
    queryKey: ['booking', 'quotation-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/quotation-rules', { signal })),
  }),
  begin: withoutVersion,
  set: (body, headers) => answer(api.booking.PUT('/v1/quotation-rules', { body, headers })),
};

/** How much sellers may take off by themselves. */
export function QuotationRulesCard() {
  const t = texts.use();
  return (
    <RulesCard
      title={t('quotations')}
      why={t('quotationsWhy')}
      rules={rules}
      fields={
        <Form.Item
          name="discountWithoutCost"
          label={t('discountWithoutCost')}
          extra={t('discountHint')}
          rules={[{ required: true, message: patternTexts.say('required') }]}
        >
          <PercentInput />
        </Form.Item>
      }
    >
      {({ discountWithoutCost }) => (
        <Facts of={[[t('discountWithoutCost'), shareText(discountWithoutCost)]]} />
      )}
    </RulesCard>
  );
}
