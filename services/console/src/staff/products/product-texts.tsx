import { Card, Tabs, Typography } from 'antd';
import type { Product } from '../../api/gen/booking.ts';
import { currentLocale, type Locale } from '../../texts/locale.ts';
import { texts } from './texts.ts';

/** What customers read of a product, in each language. */
export function ProductTexts({ product }: { readonly product: Product }) {
  const t = texts.use();
  const here = currentLocale();
  const languages: readonly Locale[] = here === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return (
    <Card title={t('words')}>
      <Tabs
        items={languages.map((locale) => ({
          key: locale,
          label: t(locale),
          children: <InOneLanguage product={product} locale={locale} />,
        }))}
      />
    </Card>
  );
}

function InOneLanguage({ product, locale }: { readonly product: Product; readonly locale: Locale }) {
  const t = texts.use();
  const lists = [
    [t('inclusions'), product.inclusions],
    [t('exclusions'), product.exclusions],
    [t('notes'), product.notes],
  ] as const;
  return (
    <div lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <Typography.Paragraph strong>{product.name[locale] || '—'}</Typography.Paragraph>
      <Typography.Paragraph>{product.summary[locale] || '—'}</Typography.Paragraph>
      <Typography.Paragraph style={{ whiteSpace: 'pre-line' }}>
        {product.description[locale]}
      </Typography.Paragraph>
      {lists
        .filter(([, lines]) => lines.length > 0)
        .map(([name, lines]) => (
          <section key={name} aria-label={name}>
            <Typography.Text strong>{name}</Typography.Text>
            <ul className="plain-list">
              {lines.map((line) => (
                <li key={line.zh + line.en}>{line[locale] || '—'}</li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
