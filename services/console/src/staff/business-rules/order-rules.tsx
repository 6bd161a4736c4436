import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderRules, OrderRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { NumberField } from './number-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** How long seats are held, and by when what is paid. */
export function OrderRulesCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'order-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/rules', { signal })),
  });
  return (
    <RuleCard
      title={t('orders')}
      why={t('ordersWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(rules, open, onClose) => <SetOrderRules shown={rules} {...{ open, onClose }} />}
    >
      {(rules) => (
        <Facts
          of={[
            [t('holdMinutes'), t('minutes', { count: rules.holdMinutes })],
            [t('depositPercent'), `${rules.depositPercent}%`],
            [t('depositDue'), t('daysAfterApproval', { count: rules.depositDueDays })],
            [t('depositGrace'), t('days', { count: rules.depositGraceDays })],
            [t('balanceDue'), t('daysBefore', { count: rules.balanceDueDaysBefore })],
            [t('balanceGrace'), t('days', { count: rules.balanceGraceDays })],
            [t('balanceOverdue'), t(rules.balanceOverdue)],
            [t('overpayment'), t(rules.overpayment)],
            [t('travellersForApproval'), t(rules.travellersForApproval)],
            [t('waitingOffer'), t('minutes', { count: rules.waitingOfferMinutes })],
          ]}
        />
      )}
    </RuleCard>
  );
}

function SetOrderRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: OrderRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, ...rules } = useAsOpened(shown, open);
  const [form] = Form.useForm<OrderRules>();
  const change = useChange(
    (body: OrderRules, key) =>
      answer(api.booking.PUT('/v1/rules', { body, headers: changing(key, version) })),
    { touches: [['booking', 'order-rules']], done: t('saved') },
  );
  return (
    <FormDrawer<OrderRules>
      title={t('orders')}
      name="order-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={rules}
    >
      <OrderRuleFields />
    </FormDrawer>
  );
}

function OrderRuleFields() {
  const t = texts.use();
  const unit = { minutes: t('minuteUnit'), days: t('dayUnit') };
  return (
    <>
      <NumberField name="holdMinutes" label={t('holdMinutes')} unit={unit.minutes} min={1} max={10_080} />
      <NumberField
        name="depositPercent"
        label={t('depositPercent')}
        unit="%"
        max={100}
        hint={t('depositHint')}
      />
      <NumberField name="depositDueDays" label={t('depositDueDays')} unit={unit.days} max={60} />
      <NumberField
        name="depositGraceDays"
        label={t('depositGrace')}
        unit={unit.days}
        max={60}
        hint={t('depositGraceHint')}
      />
      <NumberField name="balanceDueDaysBefore" label={t('balanceDueDays')} unit={unit.days} max={180} />
      <NumberField name="balanceGraceDays" label={t('balanceGrace')} unit={unit.days} max={60} />
      <Form.Item name="balanceOverdue" label={t('balanceOverdue')} required>
        <Radio.Group
          vertical
          options={(['flag', 'cancel'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <Form.Item name="overpayment" label={t('overpayment')} required>
        <Radio.Group
          vertical
          options={(['refund', 'credit'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <Form.Item name="travellersForApproval" label={t('travellersForApproval')} required>
        <Radio.Group
          vertical
          options={(['open', 'named'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <NumberField
        name="waitingOfferMinutes"
        label={t('waitingOffer')}
        unit={unit.minutes}
        min={1}
        max={10_080}
        hint={t('waitingOfferHint')}
      />
    </>
  );
}
