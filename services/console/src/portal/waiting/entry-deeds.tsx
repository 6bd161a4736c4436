import { Button } from 'antd';
import type { ReactNode } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OwnWaitingEntry } from '../../api/gen/booking.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { Link, useGo } from '../frame/links.tsx';
import { texts } from './texts.ts';
import '../trips/trips.css';

interface Of {
  readonly entry: OwnWaitingEntry;
}

const entryOf = ({ id: waitingEntryId, version }: OwnWaitingEntry, key: string) => ({
  params: { path: { waitingEntryId } },
  headers: changing(key, version),
});

/** Seats that become free, or are taken, change what others are shown of the departure. */
const touches = [
  ['booking', 'waiting-entry'],
  ['booking', 'departure'],
];

/** What can be done with a place on a waiting list, by how far it is. */
export function EntryDeeds({ entry }: Of) {
  const t = texts.use();
  const may = useMay();
  const { state, orderId, productId } = entry;
  if (state === 'accepted' && orderId)
    return (
      <p>
        <Link to="/orders/$orderId" params={{ orderId }} className="button-link">
          {t('toOrder')}
        </Link>
      </p>
    );
  if (state === 'waiting' && may('booking.own-waiting-list.leave'))
    return (
      <div className="answers">
        <Leave entry={entry} />
      </div>
    );
  if (state === 'offered')
    return <Take entry={entry}>{may('booking.own-waiting-list.leave') && <TurnDown entry={entry} />}</Take>;
  if (state === 'waiting') return null;
  return (
    <p>
      <Link to="/products/$productId" params={{ productId }}>
        {t('toProduct')}
      </Link>
    </p>
  );
}

/** Takes what is offered; beside it what else can be done with it. */
function Take({ entry, children }: Of & { readonly children: ReactNode }) {
  const t = texts.use();
  const may = useMay();
  const go = useGo();
  const take = useChange(
    (_nothing: null, key) =>
      answer(api.booking.POST('/v1/own-waiting-entries/{waitingEntryId}/acceptance', entryOf(entry, key))),
    { touches: [...touches, ['booking', 'order']], done: t('taken') },
  );
  const send = async () => {
    // What failed is shown from the change itself. Once it is done this button is gone: the entry has been read anew.
    const placed = await take.mutateAsync(null).catch(() => undefined);
    if (placed) await go({ to: '/orders/$orderId', params: { orderId: placed.id } });
  };
  return (
    <>
      <p className="card-facts">{t('takeWhy')}</p>
      <ProblemAlert problem={take.error} />
      <div className="answers">
        {may('booking.own-order.place') && (
          <Button type="primary" size="large" loading={take.isPending} onClick={() => void send()}>
            {t('take')}
          </Button>
        )}
        {children}
      </div>
    </>
  );
}

function TurnDown({ entry }: Of) {
  const t = texts.use();
  const turnDown = useChange(
    (_nothing: null, key) =>
      answer(api.booking.POST('/v1/own-waiting-entries/{waitingEntryId}/refusal', entryOf(entry, key))),
    { touches, done: t('turnedDown') },
  );
  return (
    <Confirm
      label={t('turnDown')}
      why={t('turnDownWhy')}
      input={null}
      change={turnDown}
      button={{ size: 'large' }}
    />
  );
}

function Leave({ entry }: Of) {
  const t = texts.use();
  const leave = useChange(
    (_nothing: null, key) =>
      answer(api.booking.DELETE('/v1/own-waiting-entries/{waitingEntryId}', entryOf(entry, key))),
    { touches, done: t('leftNow') },
  );
  return (
    <Confirm label={t('leave')} why={t('leaveWhy')} input={null} change={leave} button={{ size: 'large' }} />
  );
}
