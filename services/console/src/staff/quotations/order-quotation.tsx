import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import type { Counts, NamedTraveller } from '../selling/party.ts';
import { TravellersItem } from '../selling/travellers-item.tsx';
import type { QuotationDialogProps } from './quotation-dialogs.tsx';
import { texts } from './texts.ts';

interface OrderForm {
  readonly travellers?: readonly NamedTraveller[];
  readonly note?: string;
}

/** Places the order of an accepted quotation at its price, and opens it. */
export function OrderQuotation({ quotation, ...dialog }: QuotationDialogProps) {
  const t = texts.use();
  const may = useMay();
  const navigate = useNavigate();
  const { id: quotationId, version, customerId, content } = quotation;
  const change = useChange(
    async ({ travellers = [], note = '' }: OrderForm, key) => {
      const { id } = await answer(
        api.booking.POST('/v1/quotations/{quotationId}/order', {
          params: { path: { quotationId } },
          body: { travellers: [...travellers], note },
          headers: changing(key, version),
        }),
      );
      await navigate({ to: '/orders/$orderId', params: { orderId: id } });
    },
    {
      touches: [
        ['booking', 'quotation'],
        ['booking', 'order'],
        ['booking', 'departure'],
      ],
      done: t('ordered'),
    },
  );
  const countOf = (category: string) =>
    content.lines.filter((line) => line.category === category).reduce((sum, { count }) => sum + count, 0);
  const counts: Counts = {
    adult: countOf('adult'),
    'child-with-bed': countOf('child-with-bed'),
    'child-without-bed': countOf('child-without-bed'),
    infant: countOf('infant'),
  };
  return (
    <ActionDialog<OrderForm>
      title={t('orderIt')}
      explanation={t('orderWhy')}
      action={t('orderIt')}
      draft={{ name: `order-quotation-${quotationId}`, version }}
      {...dialog}
      change={change}
      initial={{ travellers: [] }}
      width={640}
    >
      {content.departure && may('crm.traveller.read') && (
        <TravellersItem customerId={customerId} departsOn={content.departure.departsOn} counts={counts} />
      )}
      <Form.Item name="note" label={t('orderNote')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActionDialog>
  );
}
