import { queryOptions } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { OrderRules, OrderRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { NumberField } from './number-field.tsx';
import { type AgencyRules, RulesCard, withoutVersion } from './rules-card.tsx';
import { texts } from './texts.ts';

const rules: AgencyRules<OrderRulesInForce, OrderRules> = {
  inForce: queryOptions({
    queryKey: ['booking', 'order-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/rules', { signal })),
  }),
  begin: withoutVersion,
  set: (body, headers) => answer(api.booking.PUT('/v1/rules', { body, headers })),
};

/** How long seats are held, and by when what is paid. */
export function OrderRulesCard() {
  const t = texts.use();
  return (
    <RulesCard title={t('orders')} why={t('ordersWhy')} rules={rules} fields={<OrderRuleFields />}>
      {(inForce) => (
        <Facts
          of={[
            [t('holdMinutes'), t('minutes', { count: inForce.holdMinutes })],
            [t('depositPercent'), `${inForce.depositPercent}%`],
            [t('depositDue'), t('daysAfterApproval', { count: inForce.depositDueDays })],
            [t('depositGrace'), t('days', { count: inForce.depositGraceDays })],
            [t('balanceDue'), t('daysBefore', { count: inForce.balanceDueDaysBefore })],
            [t('balanceGrace'), t('days', { count: inForce.balanceGraceDays })],
            [t('balanceOverdue'), t(inForce.balanceOverdue)],
            [t('overpayment'), t(inForce.overpayment)],
            [t('travellersForApproval'), t(inForce.travellersForApproval)],
            [t('waitingOffer'), t('minutes', { count: inForce.waitingOfferMinutes })],
          ]}
        />
      )}
    </RulesCard>
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
