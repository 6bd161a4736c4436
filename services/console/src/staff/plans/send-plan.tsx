import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Plan } from '../../api/gen/itinerary.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { approvedStates } from '../../names/order-states.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

/** Sends the plan, as it was read, to the customer of one order of its departure. */
export function SendPlan({
  plan,
  ...dialog
}: {
  readonly plan: Plan;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { id: planId, version, departureId } = useAsOpened(plan, dialog.open);
  const change = useChange(
    (body: { readonly orderId: string }, key) =>
      answer(
        api.itinerary.POST('/v1/plans/{planId}/proposals', {
          params: { path: { planId } },
          body,
          headers: changing(key, version),
        }),
      ),
    { touches: [['itinerary', 'plan-proposal']], done: t('sent') },
  );
  return (
    <ActionDialog
      title={`${t('send')} · ${t('versionOf', { version })}`}
      explanation={t('sendWhy')}
      action={t('send')}
      draft={{ name: `send-plan-${planId}`, version }}
      {...dialog}
      change={change}
    >
      <Form.Item name="orderId" label={t('order')} rules={[{ required: true, message: t('required') }]}>
        <ChooseOrder within={{ departureId, states: approvedStates }} />
      </Form.Item>
    </ActionDialog>
  );
}
