import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import type { LocalText, Product } from '../../../api/gen/booking.ts';
import { localText } from '../../../format/names.ts';
import { useCityName } from '../../../names/cities.ts';
import { Loaded } from '../../../patterns/loaded.tsx';
import { Link, useGo, useSearchOf } from '../../frame/links.tsx';
import { Nothing, PortalPage } from '../../frame/portal-page.tsx';
import { Cover } from '../picture.tsx';
import { compareRoute } from '../routes.ts';
import { texts } from '../texts.ts';
import { toggleCompared, useCompared } from './chosen.ts';
import { ComparedValue } from './compared-value.tsx';
import '../catalogue.css';

interface Comparison {
  readonly products: readonly Product[];
  readonly rows: readonly {
    readonly aspect: string;
    readonly name: LocalText;
    readonly values: readonly unknown[];
    readonly differs: boolean;
  }[];
}

/** Up to four products side by side; on a phone one below the other, aspect by aspect. */
export function ComparePage() {
  const t = texts.use();
  const ids = (useSearchOf(compareRoute).products ?? '').split(',').filter(Boolean).slice(0, 4);
  const query = useQuery({
    queryKey: ['booking', 'product', 'compared', ids],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/product-comparisons', { params: { query: { productIds: ids } }, signal })),
    enabled: ids.length > 0,
  });
  return (
    <PortalPage title={t('compareTitle')} lead={ids.length > 1 && t('compareLead')}>
      {ids.length === 0 ? (
        <Nothing title={t('compareEmptyTitle')} next={<Link to="/">{t('backToSearch')}</Link>}>
          {t('compareEmptyWhy')}
        </Nothing>
      ) : (
        <Loaded query={query} lines={12}>
          {(comparison) => <Compared comparison={comparison} />}
        </Loaded>
      )}
    </PortalPage>
  );
}

function Compared({ comparison: { products, rows } }: { readonly comparison: Comparison }) {
  const t = texts.use();
  return (
    <div className="compare">
      <table>
        <thead>
          <tr>
            <td />
            {products.map((product) => (
              <th key={product.id} scope="col">
                <ComparedHead product={product} among={products} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ aspect, name, values, differs }) => (
            <tr key={aspect} className={differs && products.length > 1 ? 'differs' : undefined}>
              <th scope="row">
                {localText(name)}
                {differs && products.length > 1 && <span className="only-heard"> ({t('differs')})</span>}
              </th>
              {products.map((product, index) => (
                <td key={product.id} data-product={localText(product.name)}>
                  <ComparedValue aspect={aspect} value={values[index]} product={product} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ComparedHead({ product, among }: { readonly product: Product; readonly among: readonly Product[] }) {
  const t = texts.use();
  const go = useGo();
  const compared = useCompared();
  const takeOut = () => {
    if (compared.includes(product.id)) toggleCompared(product.id);
    const left = among.filter(({ id }) => id !== product.id).map(({ id }) => id);
    void go({ to: '/compare', search: left.length > 0 ? { products: left.join(',') } : {}, replace: true });
  };
  return (
    <>
      <Cover of="products" id={product.id} name={useCityName()(product.destinationCity)} />
      <Link to="/products/$productId" params={{ productId: product.id }}>
        {localText(product.name)}
      </Link>
      <p>
        <Link
          to="/products/$productId"
          params={{ productId: product.id }}
          hash="departures"
          className="button-link"
          aria-label={t('bookNamed', { name: localText(product.name) })}
        >
          {t('book')}
        </Link>
      </p>
      <button type="button" className="link-button" onClick={takeOut}>
        {t('takeOut')}
      </button>
    </>
  );
}
