import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { QuotationRules, QuotationRulesInForce } from '../../api/gen/booking.ts';
import { shareText } from '../../format/money.ts';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { PercentInput } from '../../patterns/percent-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** How much sellers may take off by themselves. */
export function QuotationRulesCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'quotation-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/quotation-rules', { signal })),
  });
  return (
    <RuleCard
      title={t('quotations')}
      why={t('quotationsWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(rules, open, onClose) => <SetQuotationRules shown={rules} {...{ open, onClose }} />}
    >
      {({ discountWithoutCost }) => (
        <Facts of={[[t('discountWithoutCost'), shareText(discountWithoutCost)]]} />
      )}
    </RuleCard>
  );
}

function SetQuotationRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: QuotationRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, ...rules } = useAsOpened(shown, open);
  const [form] = Form.useForm<QuotationRules>();
  const change = useChange(
    (body: QuotationRules, key) =>
      answer(api.booking.PUT('/v1/quotation-rules', { body, headers: changing(key, version) })),
    { touches: [['booking', 'quotation-rules']], done: t('saved') },
  );
  return (
    <FormDrawer<QuotationRules>
      title={t('quotations')}
      name="quotation-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={rules}
    >
      <Form.Item
        name="discountWithoutCost"
        label={t('discountWithoutCost')}
        extra={t('discountHint')}
        rules={[{ required: true, message: patternTexts.say('required') }]}
      >
        <PercentInput />
      </Form.Item>
    </FormDrawer>
  );
}
