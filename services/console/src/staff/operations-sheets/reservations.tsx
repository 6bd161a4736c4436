import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OperationsSheetDetail, Reservation } from '../../api/gen/itinerary.ts';
import { todayIn } from '../../format/dates.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { Reserve } from './reserve.tsx';
import { sheetTouches } from './sheet-touches.ts';
import { SheetState } from './sheet-state.tsx';
import { texts } from './texts.ts';

/** What suppliers were asked for, and what they said. */
export function Reservations({ sheet }: { readonly sheet: OperationsSheetDetail }) {
  const t = texts.use();
  const may = useMay();
  const [reserving, setReserving] = useState(false);
  const [confirming, setConfirming] = useState<Reservation>();
  const confirmable = may('itinerary.operations-sheet.confirm') && sheet.state !== 'ended';
  const reserve = may('itinerary.operations-sheet.reserve') && sheet.state !== 'ended' && (
    <Button onClick={() => setReserving(true)}>{t('reserve')}</Button>
  );
  return (
    <Card title={t('reservations')} extra={reserve}>
      {sheet.reservations.length === 0 ? (
        <Typography.Text type="secondary">{t('noReservations')}</Typography.Text>
      ) : (
        <Itemised
          label={t('reservations')}
          rows={sheet.reservations}
          rowKey={({ id }) => id}
          columns={[
            { title: t('supplier'), dataIndex: 'supplierName' },
            { title: t('service'), render: (_, { serviceKind }) => texts.word(serviceKind) },
            {
              title: t('description'),
              render: (_, { description }) => <div className="long-text">{description || '—'}</div>,
            },
            { title: t('agreedCost'), align: 'right', render: (_, row) => <Money of={row.agreedCost} /> },
            { title: t('deadline'), render: (_, row) => <Deadline of={row} /> },
            { title: t('state'), render: (_, { state }) => <SheetState of={state} /> },
            {
              title: t('confirmationNumber'),
              render: (_, row) =>
                row.state === 'requested' && confirmable ? (
                  <Button size="small" onClick={() => setConfirming(row)}>
                    {t('confirm')}
                  </Button>
                ) : (
                  (row.confirmationNumber ?? '—')
                ),
            },
          ]}
        />
      )}
      <Reserve sheet={sheet} open={reserving} onClose={() => setReserving(false)} />
      <NoteConfirmation sheet={sheet} of={confirming} onClose={() => setConfirming(undefined)} />
    </Card>
  );
}

function Deadline({ of: { deadline, state } }: { readonly of: Reservation }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Flex gap={4}>
      {deadline}
      {state === 'requested' && deadline < todayIn(timeZone) && <StateTag tone="bad">{t('late')}</StateTag>}
    </Flex>
  );
}

interface ConfirmationForm {
  readonly confirmationNumber: string;
}

function NoteConfirmation({
  sheet: shown,
  of,
  onClose,
}: {
  readonly sheet: OperationsSheetDetail;
  readonly of: Reservation | undefined;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<ConfirmationForm>();
  const sheet = useAsOpened(shown, of !== undefined);
  const change = useChange(
    (body: ConfirmationForm, key) =>
      answer(
        api.itinerary.POST('/v1/operations-sheets/{sheetId}/reservations/{reservationId}/confirmation', {
          params: { path: { sheetId: sheet.id, reservationId: of?.id ?? '' } },
          body,
          headers: changing(key, sheet.version),
        }),
      ),
    { touches: sheetTouches, done: t('wasConfirmed') },
  );
  return (
    <FormDialog
      title={t('confirm')}
      deed={t('confirm')}
      draft={{ name: `confirmation-${of?.id ?? ''}`, version: sheet.version }}
      open={of !== undefined}
      {...{ onClose, form, change }}
    >
      <p>{of && [of.supplierName, texts.word(of.serviceKind), of.description].filter(Boolean).join(' · ')}</p>
      <Form.Item
        name="confirmationNumber"
        label={t('confirmationNumber')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}
