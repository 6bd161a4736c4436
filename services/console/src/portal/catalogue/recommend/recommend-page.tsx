import { useQuery } from '@tanstack/react-query';
import { CheckCircleFilled, MinusCircleOutlined } from '../../../patterns/icons.tsx';
import { spokenText } from '../../../names/spoken-text.ts';
import { answer, api } from '../../../api/client.ts';
import { minorUnitsOf } from '../../../format/money.ts';
import { Loaded } from '../../../patterns/loaded.tsx';
import { useMe } from '../../../session/me.ts';
import { Link, useSearchOf } from '../../frame/links.tsx';
import { Nothing, PortalPage } from '../../frame/portal-page.tsx';
import { CompareBar } from '../compare/compare-bar.tsx';
import { ProductCard } from '../product-card.tsx';
import { recommendRoute } from '../routes.ts';
import { texts } from '../texts.ts';
import { NeedsForm } from './needs-form.tsx';
import { lodgings, transports, type NeedsSearch } from './needs.ts';
import '../catalogue.css';

/** Trips by stated needs, best first, with the reasons for each. */
export function RecommendPage() {
  const t = texts.use();
  const needs = useSearchOf(recommendRoute);
  const { currency } = useMe().agency;
  const stated = Object.keys(needs).length > 0;
  return (
    <PortalPage title={t('recommendTitle')} lead={t('recommendLead')}>
      <NeedsForm needs={needs} currency={currency} />
      {stated && <Recommendations needs={needs} currency={currency} />}
      <CompareBar />
    </PortalPage>
  );
}

function Recommendations({ needs, currency }: { readonly needs: NeedsSearch; readonly currency: string }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'product', 'recommended', needs],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/product-recommendations', {
          params: { query: { ...asBookingTakesThem(needs, currency), limit: 9 } },
          signal,
        }),
      ),
  });
  return (
    <Loaded query={query} lines={10}>
      {({ recommendations }) =>
        recommendations.length === 0 ? (
          <Nothing title={t('nothingTitle')} next={<Link to="/">{t('backToSearch')}</Link>} />
        ) : (
          <ul className="bare-list cards">
            {recommendations.map(({ product, score, reasons }) => (
              <ProductCard key={product.id} product={product}>
                <div className="reasons">
                  <strong>{t('fits', { score })}</strong>
                  <ul className="bare-list">
                    {reasons.map((reason) => (
                      <li key={reason.need} className={reason.met ? 'met' : 'unmet'}>
                        {reason.met ? (
                          <CheckCircleFilled aria-label={t('met')} />
                        ) : (
                          <MinusCircleOutlined aria-label={t('unmet')} />
                        )}{' '}
                        {spokenText(reason.text)}
                      </li>
                    ))}
                  </ul>
                </div>
              </ProductCard>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** @returns the needs as booking takes them; what makes no sense in an address is left out */
function asBookingTakesThem(needs: NeedsSearch, currency: string) {
  const { city, themes, from, until, days, budget, lodging, transport } = needs;
  const amount = budget === undefined ? undefined : minorUnitsOf(budget, currency);
  const known = {
    lodging: lodgings.find((one) => one === lodging),
    transport: transports.find((one) => one === transport),
  };
  return {
    currency,
    ...(city !== undefined && { city }),
    ...(themes !== undefined && { theme: themes.split(',') }),
    ...(from !== undefined && { departsFrom: from }),
    ...(until !== undefined && { departsUntil: until }),
    ...(Number(days) > 0 && { days: Number(days) }),
    ...(amount !== undefined && { budget: amount }),
    ...(known.lodging && { lodging: known.lodging }),
    ...(known.transport && { transport: [known.transport] }),
  };
}
