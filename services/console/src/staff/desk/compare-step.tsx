import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import { localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { comparing } from './compared-text.tsx';
import { listOf } from './desk-state.ts';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';

/** The row in which one of them is chosen. */
const chosen = 'choose';
const chooseRow = { aspect: chosen, name: { zh: '', en: '' }, values: [], differs: false };

/** Up to four products side by side; what differs is marked. */
export function CompareStep() {
  const t = texts.use();
  const { search, goTo } = useDesk();
  const said = comparing(usePlaceText());
  const productIds = listOf(search.compare).slice(0, 4);
  const query = useQuery({
    queryKey: ['booking', 'product', 'comparison', productIds],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/product-comparisons', { params: { query: { productIds } }, signal })),
  });
  return (
    <Loaded query={query}>
      {({ products, rows }) => (
        <Itemised
          label={t('compared')}
          beside
          rows={[chooseRow, ...rows]}
          rowKey={({ aspect }) => aspect}
          columns={[
            {
              title: t('aspect'),
              fixed: 'left',
              width: 140,
              render: (_, { name, differs }) => (
                <Flex vertical gap={4} align="start">
                  <Typography.Text strong>{localText(name) || t('choose')}</Typography.Text>
                  {differs && <Tag>{t('differs')}</Tag>}
                </Flex>
              ),
            },
            ...products.map((product, place) => ({
              key: product.id,
              width: 260,
              title: localText(product.name),
              render: (_: unknown, { aspect, values }: (typeof rows)[number]) =>
                aspect === chosen ? (
                  <Button
                    type="primary"
                    size="small"
                    aria-label={t('chooseNamed', { name: localText(product.name) })}
                    onClick={() => goTo('departure', { product: product.id, departure: undefined })}
                  >
                    {t('choose')}
                  </Button>
                ) : (
                  said(aspect, values[place])
                ),
            })),
          ]}
        />
      )}
    </Loaded>
  );
}
