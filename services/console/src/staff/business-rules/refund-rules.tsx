import { useQuery } from '@tanstack/react-query';
import { Form, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { RefundRules, RefundRulesInForce } from '../../api/gen/finance.ts';
import type { Money as Amount } from '../../format/money.ts';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** Up to which amounts money goes back without anybody's approval. */
export function RefundRulesCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['finance', 'refund-rules'],
    queryFn: ({ signal }) => answer(api.finance.GET('/v1/refund-rules', { signal })),
  });
  return (
    <RuleCard
      title={t('refunds')}
      why={t('refundsWhy')}
      query={query}
      maySet={useMay()('finance.refund-rules.set')}
      form={(rules, open, onClose) => <SetRefundRules shown={rules} {...{ open, onClose }} />}
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
    </RuleCard>
  );
}

interface LimitsForm {
  readonly limits?: readonly { readonly of: Amount }[];
}

function SetRefundRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: RefundRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, limits } = useAsOpened(shown, open);
  const [form] = Form.useForm<LimitsForm>();
  const change = useChange(
    ({ limits: said = [] }: LimitsForm, key) => {
      const body: RefundRules = { limits: said.map(({ of }) => of) };
      return answer(api.finance.PUT('/v1/refund-rules', { body, headers: changing(key, version) }));
    },
    { touches: [['finance', 'refund-rules']], done: t('saved') },
  );
  return (
    <FormDrawer<LimitsForm>
      title={t('refunds')}
      name="refund-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ limits: limits.map((of) => ({ of })) }}
    >
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
    </FormDrawer>
  );
}
