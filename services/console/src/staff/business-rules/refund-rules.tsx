import { queryOptions } from '@tanstack/react-query';
import { Form, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { RefundRulesInForce } from '../../api/gen/finance.ts';
import type { Money as Amount } from '../../format/money.ts';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { type AgencyRules, RulesCard } from './rules-card.tsx';
import { texts } from './texts.ts';

interface LimitsForm {
  readonly limits?: readonly { readonly of: Amount }[];
}

const rules: AgencyRules<RefundRulesInForce, LimitsForm> = {
  inForce: queryOptions({
    queryKey: ['finance', 'refund-rules'],
    queryFn: ({ signal }) => answer(api.finance.GET('/v1/refund-rules', { signal })),
  }),
  begin: ({ limits }) => ({ limits: limits.map((of) => ({ of })) }),
  set: ({ limits = [] }, headers) =>
    answer(api.finance.PUT('/v1/refund-rules', { body: { limits: limits.map(({ of }) => of) }, headers })),
};

/** Up to which amounts money goes back without anybody's approval. */
export function RefundRulesCard() {
  const t = texts.use();
  return (
    <RulesCard
      title={t('refunds')}
      why={t('refundsWhy')}
      rules={rules}
      permission="finance.refund-rules.set"
      fields={<LimitFields />}
    >
      {({ limits }) =>
        limits.length === 0 ? (
          <Typography.Text>{t('allApproved')}</Typography.Text>
        ) : (
          <Itemised
            label={t('refunds')}
            rows={limits}
            rowKey={({ currency }) => currency}
            columns={[
              { title: patternTexts.say('currency'), dataIndex: 'currency' },
              { title: t('upTo'), align: 'right', render: (_, limit) => <Money of={limit} /> },
            ]}
          />
        )
      }
    </RulesCard>
  );
}

function LimitFields() {
  const t = texts.use();
  return (
    <>
      <Typography.Paragraph type="secondary">{t('limitsHint')}</Typography.Paragraph>
      <FieldRows name="limits" add={t('addLimit')} empty={{}}>
        {(place, of) => (
          <div style={{ flex: 1, maxWidth: 320 }}>
            <Form.Item
              name={[place, 'of']}
              rules={[{ required: true, message: patternTexts.say('required') }]}
              style={{ margin: 0 }}
            >
              <AmountInput label={of(t('limit'))} />
            </Form.Item>
          </div>
        )}
      </FieldRows>
    </>
  );
}
