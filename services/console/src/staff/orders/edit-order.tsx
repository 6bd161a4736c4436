import { Alert, Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { useDepartureName } from '../../names/names.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { countList, orderedParty, type Counts, type NamedTraveller } from '../selling/party.ts';
import { PartyFields } from '../selling/party-fields.tsx';
import { TravellersItem } from '../selling/travellers-item.tsx';
import { texts } from './texts.ts';

interface EditForm {
  readonly counts: Counts;
  readonly singleRooms: number | null;
  readonly travellers: readonly NamedTraveller[];
  readonly note: string;
}

/** An author changes their order before its approval; it is priced anew. */
export function EditOrder({
  order,
  open,
  onClose,
}: {
  readonly order: OrderDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<EditForm>();
  const opened = useAsOpened(order, open);
  const { id: orderId, version } = opened;
  const change = useChange(
    ({ counts, singleRooms, travellers, note }: EditForm, key) =>
      answer(
        api.booking.PUT('/v1/orders/{orderId}', {
          params: { path: { orderId } },
          body: {
            counts: countList(counts),
            singleRooms: singleRooms ?? 0,
            travellers: [...travellers],
            note,
          },
          headers: changing(key, version),
        }),
      ),
    {
      touches: [
        ['booking', 'order'],
        ['booking', 'departure'],
      ],
      done: t('edited'),
    },
  );
  return (
    <FormDrawer
      title={`${t('edit')} ${order.number}`}
      name={`edit-order-${orderId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={editable(opened)}
      width={720}
    >
      <Alert type="info" title={t('editWhy')} style={{ marginBottom: 16 }} />
      <PartyFields />
      <Travellers order={order} />
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDrawer>
  );
}

function Travellers({ order }: { readonly order: OrderDetail }) {
  const departsOn = useDepartureName(order.departureId)?.departsOn;
  const counts = Form.useWatch<Counts>('counts') ?? {};
  if (!departsOn) return null;
  return <TravellersItem customerId={order.customerId} {...{ departsOn, counts }} />;
}

function editable(order: OrderDetail): EditForm {
  const { counts, singleRooms } = orderedParty(order);
  return { counts, singleRooms, travellers: order.travellers, note: order.note };
}
