import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Form, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OperationsSheetDetail, Trip } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { TravellerName } from '../../names/names.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { OrderCustomer, OrderLink } from '../links.tsx';
import { OpenDecision } from './open-decision.tsx';
import { sheetTouches } from './sheet-touches.ts';
import { texts } from './texts.ts';

type Passenger = Trip['travellers'][number];

/** Who travels, and who has checked in. */
export function Passengers({ sheet }: { readonly sheet: OperationsSheetDetail }) {
  const t = texts.use();
  const { departureId } = sheet;
  const may = useMay()('itinerary.trip.read');
  const query = useQuery({
    // A trip changes with its sheet: what is told of one is told of the other.
    queryKey: ['itinerary', 'operations-sheet', 'trip', departureId],
    queryFn: ({ signal }) =>
      answer(api.itinerary.GET('/v1/trips/{departureId}', { params: { path: { departureId } }, signal })),
    enabled: may,
  });
  if (!may) return null;
  const trip = query.data;
  return (
    <Card
      title={t('passengers')}
      extra={trip && t('checkedInOf', { done: trip.checkedIn, all: trip.expected })}
    >
      <Loaded query={query}>{(found) => <PassengerList trip={found} sheet={sheet} />}</Loaded>
    </Card>
  );
}

function PassengerList({ trip, sheet }: { readonly trip: Trip; readonly sheet: OperationsSheetDetail }) {
  const t = texts.use();
  const [checking, setChecking] = useState<Passenger>();
  const may = useMay()('itinerary.trip.check-in') && trip.state !== 'ended';
  const unnamed = trip.expected - trip.travellers.length;
  if (trip.expected === 0) return <Typography.Text type="secondary">{t('noPassengers')}</Typography.Text>;
  return (
    <>
      {unnamed > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('unnamed', { count: unnamed })}
          style={{ marginBottom: 16 }}
        />
      )}
      <Itemised
        label={t('passengers')}
        rows={trip.travellers}
        rowKey={({ travellerId }) => travellerId}
        columns={[
          { title: t('passenger'), render: (_, { travellerId }) => <TravellerName id={travellerId} /> },
          { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
          { title: t('customer'), render: (_, { orderId }) => <OrderCustomer id={orderId} /> },
          {
            title: t('checkedIn'),
            render: (_, row) => <CheckedIn of={row} zone={trip.timeZone} onCheckIn={may && setChecking} />,
          },
        ]}
      />
      <CheckIn sheet={sheet} of={checking} onClose={() => setChecking(undefined)} />
    </>
  );
}

function CheckedIn({
  of,
  zone,
  onCheckIn,
}: {
  readonly of: Passenger;
  readonly zone: string;
  readonly onCheckIn: false | ((passenger: Passenger) => void);
}) {
  const t = texts.use();
  if (of.checkedInAt) return <>{instantText(of.checkedInAt, zone)}</>;
  if (!onCheckIn) return <>{t('notYet')}</>;
  return (
    <Button size="small" onClick={() => onCheckIn(of)}>
      {t('checkIn')}
    </Button>
  );
}

interface CheckInForm {
  readonly documentSeen: boolean;
}

function CheckIn({
  sheet,
  of,
  onClose,
}: {
  readonly sheet: OperationsSheetDetail;
  readonly of: Passenger | undefined;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<CheckInForm>();
  const change = useChange(
    ({ documentSeen }: CheckInForm, key) =>
      answer(
        api.itinerary.POST('/v1/operations-sheets/{sheetId}/check-ins', {
          params: { path: { sheetId: sheet.id } },
          body: { orderId: of?.orderId ?? '', travellerId: of?.travellerId ?? '', documentSeen },
          headers: changing(key),
        }),
      ),
    { touches: sheetTouches, done: t('wasCheckedIn') },
  );
  return (
    <FormDialog
      title={t('checkIn')}
      draft={null} // that the document was seen is said each time
      open={of !== undefined}
      {...{ onClose, form, change }}
      initial={{ documentSeen: false }}
      deed={t('checkIn')}
    >
      <OpenDecision sheet={sheet} />
      <p>{of && <TravellerName id={of.travellerId} />}</p>
      <Form.Item
        name="documentSeen"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, seen) => (seen ? Promise.resolve() : Promise.reject(new Error(t('mustSee')))),
          },
        ]}
      >
        <Checkbox>{t('seen')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
