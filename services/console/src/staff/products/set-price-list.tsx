import { Col, Form, Input, Row, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { PriceList } from '../../api/gen/booking.ts';
import { CurrencySelect } from '../../patterns/currency-select.tsx';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { PriceFields } from '../selling/price-fields.tsx';
import { texts } from './texts.ts';

type PricesForm = Pick<PriceList, 'currency' | 'seasons'>;

/** Sets what a product costs by season; a product has one list at most. */
export function SetPriceList({
  productId,
  shown,
  open,
  onClose,
}: {
  readonly productId: string;
  /** The list it has already. */
  readonly shown?: PriceList;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const list = useAsOpened(shown, open);
  const own = useMe().agency.currency;
  const [form] = Form.useForm<PricesForm>();
  const change = useChange((said: PricesForm, key) => store(productId, list, said, key), {
    touches: [
      ['booking', 'price-list', productId],
      ['booking', 'product'],
    ],
    done: t('pricesSaved'),
  });
  return (
    <FormDrawer<PricesForm>
      title={t(list ? 'changePrices' : 'setPrices')}
      name={`price-list-${productId}`}
      version={list?.version ?? 0} // none yet
      {...{ open, onClose, form, change }}
      initial={{ currency: list?.currency ?? own, seasons: list?.seasons ?? [emptySeason] }}
      width={820}
    >
      <Typography.Paragraph type="secondary">{t('pricesWhy')}</Typography.Paragraph>
      <SeasonFields />
    </FormDrawer>
  );
}

const store = (productId: string, list: PriceList | undefined, said: PricesForm, key: string) =>
  answer(
    list
      ? api.booking.PUT('/v1/price-lists/{priceListId}', {
          params: { path: { priceListId: list.id } },
          body: said,
          headers: changing(key, list.version),
        })
      : api.booking.POST('/v1/price-lists', { body: { ...said, productId }, headers: changing(key) }),
  );

const emptySeason: PriceList['seasons'][number] = {
  name: { zh: '', en: '' },
  from: '',
  to: '',
  prices: [{ travellerCategory: 'adult', customerCategory: '*', channel: '*', amount: '' }],
};

function SeasonFields() {
  const t = texts.use();
  const form = Form.useFormInstance<PricesForm>();
  const own = useMe().agency.currency;
  const currency = Form.useWatch<string | undefined>('currency') ?? own;
  const required = [{ required: true, message: patternTexts.say('required') }];
  const clearAmounts = () => {
    const { seasons } = form.getFieldsValue(true) as PricesForm; // the fields of this very form
    const cleared = seasons.map((season) => ({
      ...season,
      prices: season.prices.map((price) => ({ ...price, amount: '' })),
    }));
    form.setFieldsValue({ seasons: cleared });
  };
  return (
    <>
      <Form.Item name="currency" label={patternTexts.say('currency')} rules={required}>
        {/* Minor units of one currency are none of another. */}
        <CurrencySelect onChange={clearAmounts} />
      </Form.Item>
      <FieldRows name="seasons" add={t('addSeason')} empty={emptySeason}>
        {(place, of) => <OneSeason place={place} label={of(t('prices'))} currency={currency} />}
      </FieldRows>
    </>
  );
}

function OneSeason({
  place,
  label,
  currency,
}: {
  readonly place: number;
  readonly label: string;
  readonly currency: string;
}) {
  const t = texts.use();
  const required = [{ required: true, message: patternTexts.say('required') }];
  return (
    <fieldset className="plain-fieldset" style={{ flex: 1, minWidth: 0 }}>
      <legend>{`${t('season')} ${place + 1}`}</legend>
      <Row gutter={16}>
        {(['zh', 'en'] as const).map((language) => (
          <Col key={language} xs={24} sm={12}>
            <Form.Item
              name={[place, 'name', language]}
              label={`${t('seasonName')} · ${patternTexts.say(language === 'zh' ? 'chinese' : 'english')}`}
              rules={[{ required: true, whitespace: true, message: patternTexts.say('required') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </Col>
        ))}
        {(['from', 'to'] as const).map((end) => (
          <Col key={end} xs={24} sm={12}>
            <Form.Item
              name={[place, end]}
              label={t(end === 'from' ? 'seasonFrom' : 'seasonTo')}
              rules={required}
            >
              <LocalDateInput />
            </Form.Item>
          </Col>
        ))}
      </Row>
      <section aria-label={label} style={{ paddingBottom: 16 }}>
        <PriceFields currency={currency} name={[place, 'prices']} />
      </section>
    </fieldset>
  );
}
