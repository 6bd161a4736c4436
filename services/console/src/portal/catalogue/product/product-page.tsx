import type { LocalText, Product } from '../../../api/gen/booking.ts';
import { localText } from '../../../format/names.ts';
import { useCityName, usePlaceText } from '../../../names/cities.ts';
import { Loaded } from '../../../patterns/loaded.tsx';
import { useParamsOf } from '../../frame/links.tsx';
import { PortalPage } from '../../frame/portal-page.tsx';
import { CompareBar } from '../compare/compare-bar.tsx';
import { productRoute } from '../routes.ts';
import { daysText, texts } from '../texts.ts';
import { kindWords, lodgingWords, themeWords, transportWords } from '../../../names/product-words.ts';
import { CancellationRules } from './cancellation-rules.tsx';
import { Departures } from './departures.tsx';
import { Gallery } from './gallery.tsx';
import { GuidesHere } from './guides-here.tsx';
import { useProduct } from './use-product.ts';
import '../catalogue.css';

/** One product with everything to decide by: pictures, what it is, what it costs and when it goes. */
export function ProductPage() {
  const { productId } = useParamsOf(productRoute);
  const query = useProduct(productId);
  return (
    <Loaded query={query} lines={14}>
      {(product) => <OneProduct key={product.id} product={product} />}
    </Loaded>
  );
}

function OneProduct({ product }: { readonly product: Product }) {
  const t = texts.use();
  const cityName = useCityName();
  const placeText = usePlaceText();
  const { kind, destinationCountry, destinationCity, days, inclusions, exclusions, notes } = product;
  const description = localText(product.description);
  return (
    <PortalPage
      title={localText(product.name)}
      lead={[placeText(destinationCountry, destinationCity), daysText(days), kindWords.word(kind)].join(
        ' · ',
      )}
    >
      <div className="product">
        <div>
          <Gallery id={product.id} name={cityName(destinationCity)} />
          <a href="#departures" className="button-link wide to-departures">
            {t('departures')}
          </a>
          <section className="panel">
            <h2>{t('about')}</h2>
            <p className="product-summary">{localText(product.summary)}</p>
            {description && <p className="long-text">{description}</p>}
            <ProductFacts product={product} />
          </section>
          <div className="product-points">
            <Points title={t('inclusions')} of={inclusions} />
            <Points title={t('exclusions')} of={exclusions} />
          </div>
          <Points title={t('notes')} of={notes} />
          <CancellationRules productId={product.id} country={destinationCountry} />
        </div>
        <div>
          <Departures product={product} />
          <GuidesHere country={destinationCountry} city={destinationCity} />
        </div>
      </div>
      <CompareBar />
    </PortalPage>
  );
}

function ProductFacts({ product: { details, themes } }: { readonly product: Product }) {
  const t = texts.use();
  const facts = [
    [t('lodging'), details.lodgingClass && lodgingWords.word(details.lodgingClass)],
    [t('transport'), details.transport?.map((one) => transportWords.word(one)).join(' · ')],
    [t('theme'), themes.map((theme) => themeWords.word(theme)).join(' · ')],
    [t('meetingPoint'), details.meetingPoint && localText(details.meetingPoint)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Points({ title, of: points }: { readonly title: string; readonly of: readonly LocalText[] }) {
  if (points.length === 0) return null;
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ul className="plain-list">
        {points.map((point) => (
          <li key={point.zh + point.en}>{localText(point)}</li>
        ))}
      </ul>
    </section>
  );
}
