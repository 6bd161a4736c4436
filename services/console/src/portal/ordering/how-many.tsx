import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Offer } from '../../api/gen/booking.ts';
import { moneyText } from '../../format/money.ts';
import { categories, countOf, priceOf, seatsOf, type Category, type Party } from './party.ts';
import { texts } from './texts.ts';

const ages = {
  adult: 'adultAge',
  'child-with-bed': 'childAge',
  'child-without-bed': 'childAge',
  infant: 'infantAge',
} as const satisfies Record<Category, string>;

/** How many of each category travel, and how many alone in a room. */
export function HowMany({
  offer,
  party,
  onChange,
  instead,
}: {
  readonly offer: Offer;
  readonly party: Party;
  readonly onChange: (party: Party) => void;
  /** Another way, where nobody more fits. */
  readonly instead?: ReactNode;
}) {
  const t = texts.use();
  const left = offer.available - seatsOf(party);
  const { currency } = offer;
  const adults = countOf(party, 'adult');
  const setCount = (category: Category, count: number) => {
    const next = { ...party, counts: { ...party.counts, [category]: count } };
    onChange({ ...next, singleRooms: Math.min(next.singleRooms, countOf(next, 'adult')) });
  };
  const single = priceOf(offer, 'single-supplement');
  return (
    <section className="panel">
      <h2>{t('howMany')}</h2>
      <ul className="bare-list rows">
        {categories.map((category) => {
          const price = priceOf(offer, category);
          if (price === undefined) return null;
          return (
            <Stepper
              key={category}
              name={t(category)}
              hint={`${t(ages[category], offer.ages)} · ${t('each', { price: moneyText({ amount: price, currency }) })}`}
              count={countOf(party, category)}
              most={countOf(party, category) + Math.max(left, 0)}
              onCount={(count) => setCount(category, count)}
            />
          );
        })}
        {single !== undefined && (
          <Stepper
            name={t('single-supplement')}
            hint={`${t('singleHint')} · ${t('each', { price: moneyText({ amount: single, currency }) })}`}
            count={party.singleRooms}
            most={adults}
            onCount={(singleRooms) => onChange({ ...party, singleRooms })}
          />
        )}
      </ul>
      {left <= 0 && (
        <p role="status" className="quiet">
          {t('noneLeft', { count: offer.available })} {instead}
        </p>
      )}
    </section>
  );
}

function Stepper({
  name,
  hint,
  count,
  most,
  onCount,
}: {
  readonly name: string;
  readonly hint: string;
  readonly count: number;
  readonly most: number;
  readonly onCount: (count: number) => void;
}) {
  const t = texts.use();
  return (
    <li className="stepper">
      <span>
        {name}
        <small>{hint}</small>
      </span>
      <span role="group" aria-label={name}>
        <Button
          shape="circle"
          size="large"
          aria-label={t('fewer', { what: name })}
          disabled={count <= 0}
          onClick={() => onCount(count - 1)}
        >
          −
        </Button>
        <output aria-live="polite">{count}</output>
        <Button
          shape="circle"
          size="large"
          aria-label={t('moreOf', { what: name })}
          disabled={count >= most}
          onClick={() => onCount(count + 1)}
        >
          +
        </Button>
      </span>
    </li>
  );
}
