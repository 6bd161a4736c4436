import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Product } from '../../api/gen/booking.ts';
import { listText, localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { CancellationPolicyCard } from '../business-rules/cancellation-policy.tsx';
import { PaymentTermsCard } from '../business-rules/payment-terms.tsx';
import { PicturesCard } from '../pictures/pictures-card.tsx';
import { kindWords, themeWords } from '../../names/product-words.ts';
import { productQuery } from '../selling/queries.ts';
import { ProductState } from '../selling/state.tsx';
import { ChangeProduct } from './change-product.tsx';
import { detailFacts } from './detail-facts.tsx';
import { ProductDepartures } from './product-departures.tsx';
import { ProductPrices } from './product-prices.tsx';
import { ProductTexts } from './product-texts.tsx';
import { productRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One product with everything it says, and when it goes. */
export function ProductPage() {
  const { productId } = productRoute.useParams();
  const query = useQuery(productQuery(productId));
  return <Loaded query={query}>{(product) => <OneProduct product={product} />}</Loaded>;
}

function OneProduct({ product }: { readonly product: Product }) {
  const t = texts.use();
  const placeText = usePlaceText();
  const may = useMay();
  return (
    <Page
      title={localText(product.name)}
      tags={<ProductState of={product.state} />}
      subtitle={localText(product.summary)}
      actions={<ProductActions product={product} />}
    >
      <Flex vertical gap="middle">
        <Card title={t('overview')}>
          <Facts
            of={[
              [t('kind'), kindWords.word(product.kind)],
              [t('destination'), placeText(product.destinationCountry, product.destinationCity)],
              [t('days'), product.days],
              [t('themes'), listText(product.themes.map(themeWords.word)) || null],
              [t('code'), product.code],
              ...detailFacts(product.details),
            ]}
          />
        </Card>
        <ProductDepartures product={product} />
        <PicturesCard of="products" id={product.id} changes={may('booking.product.change')} />
        <ProductTexts product={product} />
        {may('booking.price-list.read') && <ProductPrices productId={product.id} />}
        {may('booking.rules.read') && <PaymentTermsCard productId={product.id} />}
        {may('booking.cancellation-policy.read') && (
          <CancellationPolicyCard productId={product.id} country={product.destinationCountry} />
        )}
      </Flex>
    </Page>
  );
}

function ProductActions({ product }: { readonly product: Product }) {
  const t = texts.use();
  const may = useMay();
  const [chosen, setChosen] = useState<'change' | 'publish' | 'withdraw'>();
  const { state } = product;
  const published = state === 'published';
  const changes = may('booking.product.change') && (!published || may('booking.product.publish'));
  const close = () => setChosen(undefined);
  return (
    <>
      {!published && may('booking.product.publish') && (
        <Button type="primary" onClick={() => setChosen('publish')}>
          {t('publish')}
        </Button>
      )}
      {changes && <Button onClick={() => setChosen('change')}>{t('change')}</Button>}
      {published && may('booking.product.withdraw') && (
        <Button danger onClick={() => setChosen('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      <ChangeProduct product={product} open={chosen === 'change'} onClose={close} />
      <Publish product={product} open={chosen === 'publish'} onClose={close} />
      <Withdraw product={product} open={chosen === 'withdraw'} onClose={close} />
    </>
  );
}

interface DialogProps {
  readonly product: Product;
  readonly open: boolean;
  readonly onClose: () => void;
}

const touches = [['booking', 'product']];

function Publish({ product: { id: productId, version }, open, onClose }: DialogProps) {
  const t = texts.use();
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/products/{productId}/publication', {
          params: { path: { productId } },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('published') },
  );
  return (
    <ActionDialog
      title={t('publish')}
      explanation={t('publishWhy')}
      action={t('publish')}
      {...{ open, onClose, change }}
    />
  );
}

function Withdraw({ product: { id: productId, version }, open, onClose }: DialogProps) {
  const t = texts.use();
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/products/{productId}/withdrawal', {
          params: { path: { productId } },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('withdrawn') },
  );
  return (
    <ActionDialog
      title={t('withdraw')}
      explanation={t('withdrawWhy')}
      action={t('withdraw')}
      danger
      {...{ open, onClose, change }}
    />
  );
}
