import type { Product } from '../../../api/gen/booking.ts';
import { dateText } from '../../../format/dates.ts';
import { localText } from '../../../format/names.ts';
import { usePlaceText } from '../../../names/cities.ts';
import { Money } from '../../../patterns/money.tsx';
import type { LocalText } from '../../../texts/locale.ts';
import { daysText, texts } from '../texts.ts';
import { wordsOfAspects } from '../../../names/product-words.ts';

/** One value of a comparison: its shape is booking's, by aspect. */
export function ComparedValue({
  aspect,
  value,
  product,
}: {
  readonly aspect: string;
  readonly value: unknown;
  readonly product: Product;
}) {
  const t = texts.use();
  const placeText = usePlaceText();
  if (aspect === 'destination') return <>{placeText(product.destinationCountry, product.destinationCity)}</>;
  if (aspect === 'days') return <>{daysText(product.days)}</>;
  const values = valuesOf(value);
  if (values.length === 0) return <>—</>;
  if (values.every(isPrice))
    return (
      <>
        {values.map((price) => (
          <span key={price.currency}>
            <strong className="price">
              <Money of={price} />
            </strong>{' '}
            <small>{t('nextDeparture', { date: dateText(price.departsOn) })}</small>
          </span>
        ))}
      </>
    );
  if (values.every(isText))
    return (
      <ul className="plain-list">
        {values.map((text) => (
          <li key={text.zh}>{localText(text)}</li>
        ))}
      </ul>
    );
  return <>{values.map((one) => wordsOfAspects[aspect]?.(String(one)) ?? String(one)).join(' · ')}</>;
}

function valuesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[]; // nothing is known of them yet
  return value === null || value === undefined ? [] : [value];
}

interface Price {
  readonly amount: string;
  readonly currency: string;
  readonly departsOn: string;
}

const isPrice = (value: unknown): value is Price =>
  typeof value === 'object' && value !== null && 'amount' in value && 'departsOn' in value;

const isText = (value: unknown): value is LocalText =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
