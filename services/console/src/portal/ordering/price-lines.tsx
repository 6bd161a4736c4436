import type { Offer } from '../../api/gen/booking.ts';
import { Money } from '../../patterns/money.tsx';
import { linesOf, totalOf, type Party } from './party.ts';
import { texts } from './texts.ts';

/** What it costs, line by line. Booking reckons it anew when the order is placed, by the same prices. */
export function PriceLines({ offer, party }: { readonly offer: Offer; readonly party: Party }) {
  const t = texts.use();
  const { currency } = offer;
  return (
    <>
      <h2>{t('price')}</h2>
      <ul className="bare-list rows">
        {linesOf(offer, party).map(({ category, count, price, amount }) => (
          <li key={category}>
            <span>
              {t(category)}{' '}
              <small className="quiet">
                {count} × <Money of={{ amount: price, currency }} />
              </small>
            </span>
            <Money of={{ amount, currency }} />
          </li>
        ))}
        <li>
          <strong>{t('total')}</strong>
          <strong className="price">
            <Money of={{ amount: totalOf(offer, party), currency }} />
          </strong>
        </li>
      </ul>
    </>
  );
}
