import { Button } from 'antd';
import { useState } from 'react';
import type { Allotment } from '../../api/gen/booking.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import { useMay } from '../../session/me.ts';
import { SetDates } from './set-dates.tsx';
import { StopSale } from './stop-sale.tsx';
import { TakeUnits } from './take-units.tsx';
import { texts } from './texts.ts';

type Action = 'take' | 'setDates' | 'stop' | 'reopen';

const rules: readonly (readonly [Action, Permission])[] = [
  ['take', 'booking.allotment.take'],
  ['setDates', 'booking.allotment.contract'],
  ['stop', 'booking.allotment.close'],
  ['reopen', 'booking.allotment.close'],
];

/** What may be done with an allotment. */
export function AllotmentActions({ allotment }: { readonly allotment: Allotment }) {
  const t = texts.use();
  const may = useMay();
  const [chosen, setChosen] = useState<Action>();
  const is = (action: Action) => ({
    allotment,
    open: chosen === action,
    onClose: () => setChosen(undefined),
  });
  return (
    <>
      {rules
        .filter(([, needs]) => may(needs))
        .map(([action], index) => (
          <Button key={action} type={index === 0 ? 'primary' : 'default'} onClick={() => setChosen(action)}>
            {t(action)}
          </Button>
        ))}
      <TakeUnits {...is('take')} />
      <SetDates {...is('setDates')} />
      <StopSale kind="stop" {...is('stop')} />
      <StopSale kind="reopen" {...is('reopen')} />
    </>
  );
}
