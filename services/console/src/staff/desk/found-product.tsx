import { Button, Checkbox, Flex, Tag, Typography } from 'antd';
import type { ProductListing } from '../../api/gen/booking.ts';
import { moneyText } from '../../format/money.ts';
import { listText, localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { kindWords, themeWords } from '../../names/product-words.ts';
import { Cover } from '../selling/cover.tsx';
import { texts } from './texts.ts';

/** A product among those that were found: what it is, from which price, and what can be done with it. */
export function FoundProduct({
  product,
  compared,
  full,
  onCompare,
  onChoose,
}: {
  readonly product: ProductListing;
  readonly compared: boolean;
  /** Four are compared already. */
  readonly full: boolean;
  readonly onCompare: (chosen: boolean) => void;
  readonly onChoose: () => void;
}) {
  const t = texts.use();
  const placeText = usePlaceText();
  const name = localText(product.name);
  return (
    <li>
      <Flex justify="space-between" gap="middle" align="start" wrap>
        <Cover of={product.cover} />
        <div className="found-product-what">
          <Flex gap="small" align="center" wrap>
            <Typography.Text strong>{name}</Typography.Text>
            <Tag>{kindWords.word(product.kind)}</Tag>
            <Typography.Text type="secondary" className="found-product-facts">
              {placeText(product.destinationCountry, product.destinationCity)} ·{' '}
              {t('daysLong', { days: product.days })}
              {product.themes.length > 0 && ` · ${listText(product.themes.map(themeWords.word))}`}
            </Typography.Text>
          </Flex>
          <Typography.Text type="secondary">{localText(product.summary)}</Typography.Text>
        </div>
        <Flex gap="middle" align="center" wrap>
          <From of={product.from} />
          <Checkbox
            checked={compared}
            disabled={full && !compared}
            aria-label={t('compareNamed', { name })}
            onChange={({ target: { checked } }) => onCompare(checked)}
          >
            {t('compareIt')}
          </Checkbox>
          <Button type="primary" ghost aria-label={t('chooseNamed', { name })} onClick={onChoose}>
            {t('choose')}
          </Button>
        </Flex>
      </Flex>
    </li>
  );
}

function From({ of }: { readonly of: ProductListing['from'] }) {
  const t = texts.use();
  if (!of) return <Tag>{t('noPrice')}</Tag>;
  return (
    <span>
      <strong className="money">{t('from', { price: moneyText(of) })}</strong> · {of.departsOn}
    </span>
  );
}
