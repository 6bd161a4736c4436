import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { useDepartureName } from '../../names/names.tsx';
import { unnamedCount, unnamedPlaces } from '../../names/unnamed-places.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import type { NamedTraveller } from '../selling/party.ts';
import { TravellersItem } from '../selling/travellers-item.tsx';
import { texts } from './texts.ts';

interface NamingForm {
  readonly travellers: readonly NamedTraveller[];
}

/** Unnamed places of an approved order are given their travellers, until it departs. */
export function NameTravellers({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const departsOn = useDepartureName(order.departureId)?.departsOn;
  const [open, setOpen] = useState(false);
  const { state } = order;
  const approved = state === 'awaiting-payment' || state === 'confirmed';
  if (!approved || unnamedCount(order) === 0 || !may('booking.order.change') || !may('crm.traveller.read'))
    return null;
  if (departsOn === undefined || departsOn < todayIn(timeZone)) return null;
  return (
    <>
      <span>
        <Button onClick={() => setOpen(true)}>{t('nameTravellers')}</Button>
      </span>
      <Naming {...{ order, departsOn, open }} onClose={() => setOpen(false)} />
    </>
  );
}

function Naming({
  order,
  departsOn,
  open,
  onClose,
}: {
  readonly order: OrderDetail;
  readonly departsOn: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<NamingForm>();
  const opened = useAsOpened(order, open);
  const { id: orderId, version, customerId } = opened;
  const change = useChange(
    ({ travellers }: NamingForm, key) =>
      answer(
        api.booking.POST('/v1/orders/{orderId}/travellers', {
          params: { path: { orderId } },
          body: { travellers: [...travellers] },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'order']], done: t('travellersNamed') },
  );
  return (
    <FormDrawer
      title={`${t('nameTravellers')} ${order.number}`}
      name={`name-travellers-${orderId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ travellers: [] }}
      width={720}
    >
      <Alert type="info" title={t('nameTravellersWhy')} style={{ marginBottom: 16 }} />
      <TravellersItem
        {...{ customerId, departsOn }}
        counts={unnamedPlaces(opened)}
        named={opened.travellers.map(({ travellerId }) => travellerId)}
      />
    </FormDrawer>
  );
}
