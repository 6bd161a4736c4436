import { Alert, Form, InputNumber, Radio, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Departure } from '../../api/gen/booking.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { PriceFields } from '../selling/price-fields.tsx';
import { texts } from './texts.ts';

interface DialogProps {
  readonly departure: Departure;
  readonly open: boolean;
  readonly onClose: () => void;
}

const touches = [['booking', 'departure']];
const at = ({ id, version }: Departure, key: string) => ({
  params: { path: { departureId: id } },
  headers: changing(key, version),
});

/** What is entered about a departure is kept as what it was when the dialog was opened. */
const draftOf = (deed: string, { id, version }: Departure) => ({ name: `${deed}-departure-${id}`, version });

interface Reason {
  readonly reason: string;
}

export function CloseDeparture({ departure: shown, ...dialog }: DialogProps) {
  const t = texts.use();
  const departure = useAsOpened(shown, dialog.open);
  const change = useChange(
    (body: Reason, key) =>
      answer(api.booking.POST('/v1/departures/{departureId}/closing', { ...at(departure, key), body })),
    { touches, done: t('closed') },
  );
  return (
    <ActionDialog
      title={t('close')}
      explanation={t('closeWhy')}
      action={t('close')}
      draft={draftOf('close', departure)}
      {...dialog}
      change={change}
    >
      <ReasonField />
    </ActionDialog>
  );
}

export function ReopenDeparture({ departure: shown, ...dialog }: DialogProps) {
  const t = texts.use();
  const departure = useAsOpened(shown, dialog.open);
  const change = useChange(
    (body: Reason, key) =>
      answer(api.booking.POST('/v1/departures/{departureId}/reopening', { ...at(departure, key), body })),
    { touches, done: t('reopened') },
  );
  return (
    <ActionDialog
      title={t('reopen')}
      action={t('reopen')}
      draft={draftOf('reopen', departure)}
      {...dialog}
      change={change}
    >
      <ReasonField />
    </ActionDialog>
  );
}

export function ChangeCapacity({ departure: shown, ...dialog }: DialogProps) {
  const t = texts.use();
  const departure = useAsOpened(shown, dialog.open);
  const change = useChange(
    (body: { readonly capacity: number }, key) =>
      answer(api.booking.PUT('/v1/departures/{departureId}/capacity', { ...at(departure, key), body })),
    { touches, done: t('capacityChanged') },
  );
  return (
    <ActionDialog
      title={t('changeCapacity')}
      explanation={t('capacityWhy')}
      action={t('changeCapacity')}
      initial={{ capacity: departure.capacity }}
      draft={draftOf('capacity', departure)}
      {...dialog}
      change={change}
    >
      <Form.Item
        name="capacity"
        label={t('capacity')}
        rules={[{ required: true, message: patternTexts.say('required') }]}
      >
        <InputNumber min={1} max={1000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </ActionDialog>
  );
}

export function ChangePrices({ departure, open, onClose }: DialogProps) {
  const t = texts.use();
  const [form] = Form.useForm<Pick<Departure, 'prices'>>();
  const seen = useAsOpened(departure, open);
  const { id, version, currency, prices } = seen;
  const change = useChange(
    (body: Pick<Departure, 'prices'>, key) =>
      answer(api.booking.PUT('/v1/departures/{departureId}/prices', { ...at(seen, key), body })),
    { touches, done: t('pricesChanged') },
  );
  return (
    <FormDrawer
      title={t('changePrices')}
      name={`departure-prices-${id}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ prices }}
      width={720}
    >
      <Alert type="info" title={t('pricesWhy')} style={{ marginBottom: 16 }} />
      <PriceFields currency={currency} />
    </FormDrawer>
  );
}

export function DecideGroup({ departure: shown, ...dialog }: DialogProps) {
  const t = texts.use();
  const departure = useAsOpened(shown, dialog.open);
  const change = useChange(
    (body: Reason & { readonly decision: 'guaranteed' | 'at-risk' }, key) =>
      answer(
        api.booking.POST('/v1/departures/{departureId}/group-decision', { ...at(departure, key), body }),
      ),
    { touches, done: t('decided') },
  );
  return (
    <ActionDialog
      title={t('decide')}
      action={t('decide')}
      initial={{ decision: 'guaranteed' as const }}
      draft={draftOf('decide', departure)}
      {...dialog}
      change={change}
    >
      <Form.Item name="decision" label={t('decision')}>
        <Radio.Group
          options={(['guaranteed', 'at-risk'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <ReasonField />
    </ActionDialog>
  );
}

const causes = ['minimum-group', 'agency', 'force-majeure'] as const;

export function CancelDeparture({ departure: shown, ...dialog }: DialogProps) {
  const t = texts.use();
  const departure = useAsOpened(shown, dialog.open);
  const change = useChange(
    (body: Reason & { readonly cause: (typeof causes)[number] }, key) =>
      answer(api.booking.POST('/v1/departures/{departureId}/cancellation', { ...at(departure, key), body })),
    { touches: [...touches, ['booking', 'order']], done: t('cancelled') },
  );
  return (
    <ActionDialog
      title={t('cancel')}
      explanation={t('cancelWhy')}
      action={t('cancel')}
      danger
      initial={{ cause: 'minimum-group' as const }}
      draft={draftOf('cancel', departure)}
      {...dialog}
      change={change}
    >
      <Form.Item name="cause" label={t('cause')}>
        <Select options={causes.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <ReasonField />
    </ActionDialog>
  );
}
