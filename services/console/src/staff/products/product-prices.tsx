import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { PriceRows } from '../selling/price-rows.tsx';
import { useMay } from '../../session/me.ts';
import { SetPriceList } from './set-price-list.tsx';
import { texts } from './texts.ts';

/** What a product costs by the season of its departures. */
export function ProductPrices({ productId }: { readonly productId: string }) {
  const t = texts.use();
  const may = useMay();
  const [setting, setSetting] = useState(false);
  const query = useQuery({
    queryKey: ['booking', 'price-list', productId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/price-lists', { params: { query: { productId, limit: 10 } }, signal })),
  });
  return (
    <Card
      title={t('prices')}
      extra={
        may('booking.price-list.set') &&
        query.data && (
          <Button onClick={() => setSetting(true)}>
            {t(query.data.priceLists.length === 0 ? 'setPrices' : 'changePrices')}
          </Button>
        )
      }
    >
      <Loaded query={query} lines={2}>
        {({ priceLists }) =>
          priceLists.length === 0 ? (
            <Typography.Text type="secondary">{t('noPrices')}</Typography.Text>
          ) : (
            <Flex vertical gap="middle">
              {priceLists.flatMap(({ id, currency, seasons }) =>
                seasons.map(({ name, from, to, prices }) => (
                  <section key={`${id} ${from}`} aria-label={localText(name)}>
                    <Typography.Paragraph strong>
                      {localText(name)} · {from} – {to}
                    </Typography.Paragraph>
                    <PriceRows prices={prices} currency={currency} />
                  </section>
                )),
              )}
            </Flex>
          )
        }
      </Loaded>
      {query.data && (
        <SetPriceList
          productId={productId}
          {...(query.data.priceLists[0] && { shown: query.data.priceLists[0] })}
          open={setting}
          onClose={() => setSetting(false)}
        />
      )}
    </Card>
  );
}
