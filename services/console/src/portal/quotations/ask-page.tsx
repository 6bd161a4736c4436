import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useProduct } from '../catalogue/product/use-product.ts';
import { Link, useSearchOf } from '../frame/links.tsx';
import { PortalPage } from '../frame/portal-page.tsx';
import { AskForm } from './ask-form.tsx';
import { askRoute } from './routes.ts';
import { texts } from './texts.ts';
import '../catalogue/catalogue.css';
import '../ordering/ordering.css';

/** Asks the agency for a quotation: for a product, one of its departures, or for what one has in mind. */
export function AskPage() {
  const t = texts.use();
  const { product } = useSearchOf(askRoute);
  return (
    <PortalPage title={t('askTitle')} lead={t('askLead')}>
      {product === undefined ? <AskForm /> : <AskFor productId={product} />}
      <p>
        <Link to="/quotations">{t('back')}</Link>
      </p>
    </PortalPage>
  );
}

function AskFor({ productId }: { readonly productId: string }) {
  const query = useProduct(productId);
  return (
    <Loaded query={query} lines={8}>
      {(product) => <AskForm productId={product.id} productName={localText(product.name)} />}
    </Loaded>
  );
}
