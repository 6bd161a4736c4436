import { DownOutlined } from '../../patterns/icons.tsx';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Departure } from '../../api/gen/booking.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import { todayIn } from '../../format/dates.ts';
import { useMay } from '../../session/me.ts';
import { ChangeDeparture } from './change-departure.tsx';
import {
  CancelDeparture,
  ChangeCapacity,
  ChangePrices,
  CloseDeparture,
  DecideGroup,
  ReopenDeparture,
} from './departure-dialogs.tsx';
import { texts } from './texts.ts';

type Action =
  'close' | 'reopen' | 'changeDeparture' | 'changeCapacity' | 'changePrices' | 'decide' | 'cancel';

const rules: readonly (readonly [Action, Permission, (departure: Departure) => boolean])[] = [
  ['decide', 'booking.departure.decide', ({ state }) => state === 'open'],
  [
    'changeDeparture',
    'booking.departure.change',
    ({ state, tripBegan }) => state !== 'cancelled' && !tripBegan,
  ],
  ['changeCapacity', 'booking.departure.change', ({ state }) => state !== 'cancelled'],
  ['changePrices', 'booking.departure.change', ({ state }) => state !== 'cancelled'],
  ['close', 'booking.departure.close', ({ state }) => state === 'open' || state === 'guaranteed'],
  ['reopen', 'booking.departure.close', ({ state, tripBegan }) => state === 'closed' && !tripBegan],
  ['cancel', 'booking.departure.cancel', ({ state }) => state !== 'cancelled'],
];

/** What may be done with a departure now. What has left is left alone. */
export function DepartureActions({ departure }: { readonly departure: Departure }) {
  const t = texts.use();
  const may = useMay();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Action>();
  const { id, productId, state, departsOn, timeZone } = departure;
  const ahead = departsOn >= todayIn(timeZone);
  const offered = rules.filter(([, needs, when]) => ahead && may(needs) && when(departure));
  return (
    <>
      {ahead && (state === 'open' || state === 'guaranteed') && may('booking.order.place') && (
        <Button
          type="primary"
          onClick={() =>
            void navigate({ to: '/desk', search: { step: 'price', product: productId, departure: id } })
          }
        >
          {t('sell')}
        </Button>
      )}
      {may('booking.order.read') && (
        <Button onClick={() => void navigate({ to: '/orders', search: { departureId: id } })}>
          {t('orders')}
        </Button>
      )}
      {offered.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: offered.map(([action]) => ({
              key: action,
              label: t(action),
              danger: action === 'cancel',
            })),
            onClick: ({ key }) => setChosen(offered.find(([action]) => action === key)?.[0]),
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('more')}
          </Button>
        </Dropdown>
      )}
      <Dialogs departure={departure} chosen={chosen} onClose={() => setChosen(undefined)} />
    </>
  );
}

/** What asks before each is done. */
function Dialogs({
  departure,
  chosen,
  onClose,
}: {
  readonly departure: Departure;
  readonly chosen: Action | undefined;
  readonly onClose: () => void;
}) {
  const is = (action: Action) => ({ departure, open: chosen === action, onClose });
  return (
    <>
      <CloseDeparture {...is('close')} />
      <ReopenDeparture {...is('reopen')} />
      <ChangeDeparture {...is('changeDeparture')} />
      <ChangeCapacity {...is('changeCapacity')} />
      <ChangePrices {...is('changePrices')} />
      <DecideGroup {...is('decide')} />
      <CancelDeparture {...is('cancel')} />
    </>
  );
}
