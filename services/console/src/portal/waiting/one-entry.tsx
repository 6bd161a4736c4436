import type { OwnWaitingEntry } from '../../api/gen/booking.ts';
import { dateText, instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { useMe } from '../../session/me.ts';
import { Cover } from '../catalogue/picture.tsx';
import { Link } from '../frame/links.tsx';
import { HoldClock } from '../orders/hold-clock.tsx';
import { EntryDeeds } from './entry-deeds.tsx';
import { waitingEntry } from './own-entries.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<string, Tone>> = { waiting: 'going', offered: 'waiting', accepted: 'good' };

/** One place on a waiting list: for what, how far, and what can be done with it now. */
export function OneEntry({ entry }: { readonly entry: OwnWaitingEntry }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { productId, departsOn, returnsOn, state, seats, position, offerExpiresAt, note, createdAt } = entry;
  const name = localText(entry.productName);
  return (
    <li className="card order-card">
      <Cover of="products" id={productId} name={name} />
      <div className="card-text">
        <div className="order-card-head" aria-live="polite">
          <StateTag tone={tones[state] ?? 'over'}>{texts.word(state)}</StateTag>
          {state === 'offered' && offerExpiresAt && <HoldClock until={offerExpiresAt} of={waitingEntry} />}
          {position !== null && <span>{t('position', { position })}</span>}
        </div>
        <h2>
          <Link to="/products/$productId" params={{ productId }}>
            {name}
          </Link>
        </h2>
        <p className="card-facts">
          {[...new Set([departsOn, returnsOn])].map((date) => dateText(date)).join(' – ')}
        </p>
        <p className="card-facts">
          {seats === 1 ? t('oneSeat') : t('seats', { count: seats })} ·{' '}
          {t('since', { when: instantText(createdAt, timeZone) })}
        </p>
        {note && <p className="card-facts">{t('note', { note })}</p>}
        <EntryDeeds entry={entry} />
      </div>
    </li>
  );
}
