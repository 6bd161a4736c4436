import { useQuery } from '@tanstack/react-query';
import { Button, Card, Collapse, Flex } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderCancellation, OrderDetail } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { UserName } from '../../names/names.tsx';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { Reckoning } from './cancellation/reckoning.tsx';
import { texts } from './cancellation/texts.ts';

/** What of an order was cancelled, and by which reckoning; the newest first. Nothing where nothing was. */
export function OrderCancellations({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'order', order.id, 'cancellations'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}/cancellations', {
          params: { path: { orderId: order.id }, query: { limit: 50 } },
          signal,
        }),
      ),
  });
  if (query.data?.cancellations.length === 0) return null;
  return (
    <Card title={t('history')}>
      <Loaded query={query} lines={2}>
        {({ cancellations }) => (
          <Collapse
            defaultActiveKey={cancellations.slice(0, 1).map(({ id }) => id)}
            items={cancellations.map((one) => ({
              key: one.id,
              label: <Headline of={one} />,
              children: <OneCancellation of={one} />,
            }))}
          />
        )}
      </Loaded>
    </Card>
  );
}

/** Whether nobody cancelled but a rule, for want of payment: the reason of earlier ones says that, in both languages at once. */
const byRule = ({ cancelledBy }: OrderCancellation): boolean => cancelledBy === null;

function Headline({ of }: { readonly of: OrderCancellation }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { cause } = of.reckoning;
  return (
    <>
      {byRule(of) ? t('unpaid') : t(cause)} · {of.scope === 'order' ? t('scopeOrder') : t('scopePart')} ·{' '}
      {instantText(of.createdAt, timeZone)}
    </>
  );
}

function OneCancellation({ of }: { readonly of: OrderCancellation }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  // What is due was not paid yet: finance pays it, and tells.
  const open = BigInt(of.refundDue.amount) - BigInt(of.refunded.amount);
  return (
    <Flex vertical gap="middle">
      <Facts
        of={[
          ...(of.reason && !byRule(of) ? [[t('reason'), of.reason] as const] : []),
          [t('notice'), instantText(of.noticeArrivedAt, timeZone)],
          [t('by'), of.cancelledBy && <UserName key="by" id={of.cancelledBy} />],
          [t('refundDue'), <Money key="due" of={of.refundDue} />],
          [t('refunded'), <Money key="refunded" of={of.refunded} />],
          ...(open > 0n
            ? [
                [
                  t('refundOpen'),
                  <Money key="open" of={{ ...of.refundDue, amount: String(open) }} />,
                ] as const,
              ]
            : []),
          ...(of.costState === 'none' ? [] : [[t('costState'), t(of.costState)] as const]),
          ...(of.proof ? [[t('proof'), of.proof] as const] : []),
        ]}
      />
      <CostDecision of={of} />
      <Reckoning of={of.reckoning} supplierSide={of.supplierSide} />
    </Flex>
  );
}

/** A proven cost beyond the scale waits for somebody else than whoever cancelled. */
function CostDecision({ of }: { readonly of: OrderCancellation }) {
  const t = texts.use();
  const may = useMay();
  const { user } = useMe();
  const [decision, setDecision] = useState<'approved' | 'refused'>();
  const change = useChange(
    ({ reason }: { readonly reason: string }, key) =>
      answer(
        api.booking.POST('/v1/cancellations/{cancellationId}/cost-decision', {
          params: { path: { cancellationId: of.id } },
          body: { reason, decision: decision ?? 'refused' },
          headers: changing(key),
        }),
      ),
    { touches: [['booking', 'order']], done: t('costDecided') },
  );
  const decides =
    of.costState === 'awaiting-approval' &&
    of.cancelledBy !== user.id &&
    may('booking.cancellation-cost.approve');
  if (!decides) return null;
  const action = decision === 'approved' ? t('approveCost') : t('refuseCost');
  return (
    <Flex gap="small">
      <Button type="primary" onClick={() => setDecision('approved')}>
        {t('approveCost')}
      </Button>
      <Button onClick={() => setDecision('refused')}>{t('refuseCost')}</Button>
      <ActionDialog
        title={action}
        action={action}
        draft={{ name: `cost-decision-${of.id}-${decision ?? ''}` }}
        open={decision !== undefined}
        onClose={() => setDecision(undefined)}
        change={change}
      >
        <ReasonField />
      </ActionDialog>
    </Flex>
  );
}
