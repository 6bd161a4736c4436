import { queryOptions, useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { CreditRules, CreditRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

export const creditRules = queryOptions({
  queryKey: ['booking', 'credit-rules'],
  queryFn: ({ signal }) => answer(api.booking.GET('/v1/credit-rules', { signal })),
});

/** How much credit franchise branches without a limit have. */
export function CreditRulesCard() {
  const t = texts.use();
  return (
    <RuleCard
      title={t('franchiseCredit')}
      why={t('creditWhy')}
      query={useQuery(creditRules)}
      maySet={useMay()('booking.rules.set')}
      form={(rules, open, onClose) => <SetCreditRules shown={rules} {...{ open, onClose }} />}
    >
      {({ withoutLimit }) => <Facts of={[[t('withoutLimit'), t(withoutLimit)]]} />}
    </RuleCard>
  );
}

function SetCreditRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: CreditRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, ...rules } = useAsOpened(shown, open);
  const [form] = Form.useForm<CreditRules>();
  const change = useChange(
    (body: CreditRules, key) =>
      answer(api.booking.PUT('/v1/credit-rules', { body, headers: changing(key, version) })),
    { touches: [['booking', 'credit-rules']], done: t('saved') },
  );
  return (
    <FormDrawer<CreditRules>
      title={t('franchiseCredit')}
      name="credit-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={rules}
    >
      <Form.Item name="withoutLimit" label={t('withoutLimit')} required>
        <Radio.Group
          vertical
          options={(['unlimited', 'nothing'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
    </FormDrawer>
  );
}
