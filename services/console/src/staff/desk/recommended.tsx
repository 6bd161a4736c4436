import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { localText } from '../../format/names.ts';
import { spokenText } from '../../names/spoken-text.ts';
import { CheckCircleFilled, MinusCircleOutlined } from '../../patterns/icons.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { needsOf } from './needs.ts';
import { productQuery } from './product-query.ts';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';

/** What fits the needs best that the fields above state, each with its reasons; asked for by a button. */
export function Recommended() {
  const t = texts.use();
  const { currency } = useMe().agency;
  const { search } = useDesk();
  const [wanted, setWanted] = useState(false);
  const needs = needsOf(productQuery(search, currency), currency);
  return (
    <>
      <span>
        <Button
          disabled={!needs}
          aria-expanded={wanted && needs !== undefined}
          onClick={() => setWanted(!wanted)}
        >
          {t('recommend')}
        </Button>
      </span>
      {wanted && needs && <Best needs={needs} />}
    </>
  );
}

function Best({ needs }: { readonly needs: NonNullable<ReturnType<typeof needsOf>> }) {
  const t = texts.use();
  const { goTo } = useDesk();
  const query = useQuery({
    queryKey: ['booking', 'product', 'recommended', needs],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/product-recommendations', { params: { query: { ...needs, limit: 5 } }, signal }),
      ),
  });
  return (
    <Card size="small" title={t('recommended')}>
      <Loaded query={query} lines={4}>
        {({ recommendations }) => (
          <Flex vertical gap="middle">
            {recommendations.length === 0 && <Typography.Text>{t('nothingFits')}</Typography.Text>}
            {recommendations.map(({ product, score, reasons }) => {
              const name = localText(product.name);
              return (
                <section key={product.id} aria-label={name}>
                  <Flex justify="space-between" gap="small" wrap>
                    <Typography.Text strong>
                      {name} · {t('fits', { score })}
                    </Typography.Text>
                    <Button
                      type="primary"
                      ghost
                      size="small"
                      aria-label={t('chooseNamed', { name })}
                      onClick={() => goTo('departure', { product: product.id, departure: undefined })}
                    >
                      {t('choose')}
                    </Button>
                  </Flex>
                  <Reasons of={reasons} />
                </section>
              );
            })}
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

interface Reason {
  readonly need: string;
  readonly met: boolean;
  readonly text: { readonly zh: string; readonly en: string };
}

function Reasons({ of }: { readonly of: readonly Reason[] }) {
  const t = texts.use();
  return (
    <ul className="plain-list">
      {of.map(({ need, met, text }) => (
        <li key={need}>
          {met ? (
            <CheckCircleFilled aria-label={t('met')} />
          ) : (
            <MinusCircleOutlined aria-label={t('unmet')} />
          )}{' '}
          {spokenText(text)}
        </li>
      ))}
    </ul>
  );
}
