import type { ReactNode } from 'react';
import type { ProductListing } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { moneyText } from '../../format/money.ts';
import { localText } from '../../format/names.ts';
import { useCityName, usePlaceText } from '../../names/cities.ts';
import { StateTag } from '../../patterns/state-tag.tsx';
import { Link } from '../frame/links.tsx';
import { mostCompared, toggleCompared, useCompared } from './compare/chosen.ts';
import { Picture } from './picture.tsx';
import { daysText, texts } from './texts.ts';
import { kindWords } from '../../names/product-words.ts';

/** One product in a list: its picture, what it is, from when and for how much. */
export function ProductCard({
  product,
  children,
}: {
  readonly product: ProductListing;
  readonly children?: ReactNode;
}) {
  const t = texts.use();
  const cityName = useCityName();
  const placeText = usePlaceText();
  const { id, kind, destinationCountry, destinationCity, days, from } = product;
  const name = localText(product.name);
  return (
    <li className="card">
      <Picture shown={product.cover} name={cityName(destinationCity)} />
      <div className="card-text">
        <h2>
          <Link to="/products/$productId" params={{ productId: id }} className="card-link">
            {name}
          </Link>
        </h2>
        <p className="card-facts">
          {[placeText(destinationCountry, destinationCity), daysText(days), kindWords.word(kind)].join(' · ')}
        </p>
        <p className="card-summary">{localText(product.summary)}</p>
        {children}
        <div className="card-foot">
          {from ? (
            <span>
              <strong className="price money">{t('fromPrice', { price: moneyText(from) })}</strong>
              <br />
              <small>{t('nextDeparture', { date: dateText(from.departsOn) })}</small>
            </span>
          ) : (
            <StateTag tone="over">{t('noPrice')}</StateTag>
          )}
          <CompareChoice id={id} name={name} />
        </div>
      </div>
    </li>
  );
}

function CompareChoice({ id, name }: { readonly id: string; readonly name: string }) {
  const t = texts.use();
  const compared = useCompared();
  const chosen = compared.includes(id);
  return (
    <label className="card-compare">
      <input
        type="checkbox"
        checked={chosen}
        disabled={!chosen && compared.length >= mostCompared}
        onChange={() => toggleCompared(id)}
        aria-label={t('compareOne', { name })}
      />
      {t('compare')}
    </label>
  );
}
