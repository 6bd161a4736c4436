import { Form, Input, type FormInstance } from 'antd';
import { answer, api, changing } from '../../../api/client.ts';
import type { Order } from '../../../api/gen/booking.ts';
import { SupplierFields } from '../../../names/supplier-fields.tsx';
import { FormDrawer } from '../../../patterns/form-drawer.tsx';
import { MoneyInput } from '../../../patterns/money-input.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface LossForm {
  readonly supplierName: string;
  readonly service: string;
  /** Minor units of the order's currency. */
  readonly cost: string;
  readonly lost: string;
  readonly supplierId?: string;
  readonly proof?: string;
}

/** Notes what a supplier charges for an order, and what of it is lost with the order. */
export function RecordLoss({
  order,
  open,
  onClose,
}: {
  readonly order: Pick<Order, 'id' | 'total'>;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<LossForm>();
  const { id: orderId } = order;
  const { currency } = order.total;
  const change = useChange(
    ({ supplierName, supplierId, service, cost, lost, proof = '' }: LossForm, key) =>
      answer(
        api.booking.POST('/v1/orders/{orderId}/supplier-losses', {
          params: { path: { orderId } },
          body: {
            ...{ supplier: supplierName, service, proof: proof.trim() },
            ...(supplierId && { supplierId }),
            cost: { amount: cost, currency },
            lost: { amount: lost, currency },
          },
          headers: changing(key),
        }),
      ),
    { touches: [['booking', 'order']], done: t('recorded') },
  );
  return (
    <FormDrawer
      title={t('record')}
      action={t('record')}
      name={`supplier-loss-${orderId}`}
      {...{ open, onClose, form, change }}
      initial={{ lost: '0' }}
    >
      <LossFields currency={currency} />
    </FormDrawer>
  );
}

/** Supplier and service, what it costs and what of it is lost. */
function LossFields({ currency }: { readonly currency: string }) {
  const t = texts.use();
  const required = { required: true, whitespace: true, message: t('required') };
  return (
    <>
      <SupplierFields label={t('supplier')} required={t('required')} />
      <Form.Item name="service" label={t('service')} extra={t('serviceHint')} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="cost" label={t('cost')} rules={[required]}>
        <MoneyInput currency={currency} />
      </Form.Item>
      <Form.Item
        name="lost"
        label={t('lost')}
        dependencies={['cost']}
        rules={[required, atMostCost(t('moreThanCost'))]}
      >
        <MoneyInput currency={currency} />
      </Form.Item>
      <Form.Item name="proof" label={t('proof')} extra={t('proofHint')}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

const atMostCost =
  (message: string) =>
  ({ getFieldValue }: Pick<FormInstance, 'getFieldValue'>) => ({
    validator: (_rule: unknown, lost: string | null | undefined) => {
      const cost = getFieldValue('cost') as string | null | undefined; // the field beside it, which keeps minor units
      return lost && cost && BigInt(lost) > BigInt(cost)
        ? Promise.reject(new Error(message))
        : Promise.resolve();
    },
  });
