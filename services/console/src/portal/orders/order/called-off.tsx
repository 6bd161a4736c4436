import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, changing } from '../../../api/client.ts';
import type { Offer, OrderDetail } from '../../../api/gen/booking.ts';
import { dateText } from '../../../format/dates.ts';
import { Confirm } from '../../../patterns/confirm.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { useMay } from '../../../session/me.ts';
import { Choice } from '../../frame/field.tsx';
import { texts } from '../texts.ts';
import { useTripName } from '../trip-names.ts';
import { bodyOf, refund, type Wish } from './wish.ts';

/** That the departure of an order does not take place, until when its customer is asked to choose, and the choice. Nothing where it does. */
export function CalledOff({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  if (!order.calledOff) return null;
  const { cause, chooseBy } = order.calledOff;
  return (
    <section className="panel" aria-live="polite">
      <h2>{t('choose')}</h2>
      <p>
        {texts.word(`calledOff-${cause}`)} {t('chooseBy', { date: dateText(chooseBy) })}
      </p>
      {may('booking.own-group-choice.record') && <Choose order={order} />}
    </section>
  );
}

/** Departures of the order's product that have room for it. */
function useTargets({ productId, departureId, seats }: OrderDetail): readonly Offer[] {
  const { data } = useQuery({
    queryKey: ['booking', 'departure', 'targets', departureId],
    queryFn: async ({ signal }) => {
      const query = { productId, limit: 100 };
      const { offers } = await answer(api.booking.GET('/v1/offers', { params: { query }, signal }));
      return offers;
    },
  });
  // Nobody is told of more than nine free seats; where there are fewer than needed the order finds out.
  return (data ?? []).filter(({ available }) => available >= Math.min(seats, 9));
}

function Choose({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { departsOn } = useTripName(order);
  const targets = useTargets(order);
  const [chosen, setChosen] = useState<string>();
  const id = chosen ?? targets[0]?.id ?? refund;
  const target = targets.find((one) => one.id === id);
  const choice = useChoice();
  return (
    <>
      <Choice
        name="choice"
        label={t('choice')}
        value={target ? id : refund}
        options={[...targets.map((one) => [one.id, daysOf(one)] as const), [refund, t('choose-refund')]]}
        onChoose={setChosen}
      />
      <p>
        <Confirm
          label={t('chooseThis')}
          why={target ? t('choose-move-why', { dates: daysOf(target) }) : t('choose-refund-why')}
          input={{ orderId: order.id, version: order.version, departsOn, target }}
          change={choice}
          button={{ type: 'primary', size: 'large' }}
        />
      </p>
    </>
  );
}

const daysOf = ({ departsOn, returnsOn }: Offer): string =>
  [...new Set([departsOn, returnsOn])].map((date) => dateText(date)).join(' – ');

function useChoice() {
  const t = texts.use();
  return useChange(
    ({ orderId, version, ...wish }: Wish & { readonly orderId: string; readonly version: number }, key) =>
      answer(
        api.booking.POST('/v1/own-orders/{orderId}/group-choices', {
          params: { path: { orderId } },
          body: bodyOf(wish),
          headers: changing(key, version),
        }),
      ),
    {
      touches: [
        ['booking', 'order'],
        ['booking', 'departure'],
      ],
      done: t('chosen'),
    },
  );
}
