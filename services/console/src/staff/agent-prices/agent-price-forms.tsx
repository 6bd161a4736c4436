import { Form, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { AgentPriceList } from '../../api/gen/booking.ts';
import { ChooseFranchise, ChooseProduct } from '../../names/choose-records.tsx';
import { CurrencySelect } from '../../patterns/currency-select.tsx';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { MoneyInput } from '../../patterns/money-input.tsx';
import { PercentInput } from '../../patterns/percent-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { categories, priceCategories } from '../selling/words.ts';
import { texts } from './texts.ts';

interface PricesForm {
  readonly discountBasisPoints: number;
  readonly currency?: string | null;
  readonly prices?: AgentPriceList['prices'];
}

interface NewForm extends PricesForm {
  readonly branchId: string;
  readonly productId?: string;
}

const touches = [['booking', 'agent-price-list']];
const required = () => [{ required: true, message: patternTexts.say('required') }];

/** Prices with their currency; none without prices. */
const pricesBody = ({ discountBasisPoints, currency, prices = [] }: PricesForm) => ({
  ...{ discountBasisPoints, prices },
  ...(prices.length > 0 && currency && { currency }),
});

/** Agrees prices with a franchise branch. */
export function SetAgentPrices({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const { currency } = useMe().agency;
  const [form] = Form.useForm<NewForm>();
  const productId = Form.useWatch('productId', form);
  const change = useChange(
    ({ branchId, productId: of, ...prices }: NewForm, key) =>
      answer(
        api.booking.POST('/v1/agent-price-lists', {
          body: { branchId, ...pricesBody(prices), ...(of && { productId: of }) },
          headers: changing(key),
        }),
      ),
    { touches, done: t('saved') },
  );
  return (
    <FormDrawer<NewForm>
      title={t('setUp')}
      name="agent-prices"
      {...{ open, onClose, form, change }}
      initial={{ discountBasisPoints: 0, currency, prices: [] }}
    >
      <Form.Item name="branchId" label={t('branch')} rules={required()}>
        <ChooseFranchise />
      </Form.Item>
      <Form.Item name="productId" label={t('product')} extra={t('productHint')}>
        <ChooseProduct />
      </Form.Item>
      <PricesFields ofProduct={Boolean(productId)} />
    </FormDrawer>
  );
}

/** Agrees them anew, for orders placed from now on. */
export function ChangeAgentPrices({
  list: { id: agentPriceListId, version, productId, discountBasisPoints, prices, currency },
  onClose,
}: {
  readonly list: AgentPriceList;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const own = useMe().agency.currency;
  const [form] = Form.useForm<PricesForm>();
  const change = useChange(
    (said: PricesForm, key) =>
      answer(
        api.booking.PUT('/v1/agent-price-lists/{agentPriceListId}', {
          params: { path: { agentPriceListId } },
          body: pricesBody(said),
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('saved') },
  );
  return (
    <FormDrawer<PricesForm>
      title={t('change')}
      name={`agent-prices-${agentPriceListId}`}
      version={version}
      open
      {...{ onClose, form, change }}
      initial={{ discountBasisPoints, prices, currency: currency ?? own }}
    >
      <PricesFields ofProduct={productId !== null} />
    </FormDrawer>
  );
}

/** A discount, and of one product prices too. */
function PricesFields({ ofProduct }: { readonly ofProduct: boolean }) {
  const t = texts.use();
  const form = Form.useFormInstance();
  const own = useMe().agency.currency;
  const currency = Form.useWatch<string | undefined>('currency') ?? own;
  return (
    <>
      <Form.Item
        name="discountBasisPoints"
        label={t('discount')}
        extra={t('discountHint')}
        rules={required()}
      >
        <PercentInput />
      </Form.Item>
      {ofProduct && (
        <>
          <Form.Item name="currency" label={patternTexts.say('currency')} rules={required()}>
            {/* Minor units of one currency are none of another. */}
            <CurrencySelect onChange={() => form.setFieldsValue({ prices: [] })} />
          </Form.Item>
          <Form.Item label={t('prices')} required={false}>
            <FieldRows name="prices" add={t('addPrice')} empty={{ travellerCategory: 'adult', amount: null }}>
              {(place, of) => (
                <>
                  <Form.Item name={[place, 'travellerCategory']} rules={required()} noStyle>
                    <Select
                      aria-label={of(t('who'))}
                      options={priceCategories.map((value) => ({ value, label: categories.word(value) }))}
                      style={{ width: 170 }}
                    />
                  </Form.Item>
                  <div style={{ width: 160 }}>
                    <Form.Item name={[place, 'amount']} rules={required()} noStyle>
                      <MoneyInput currency={currency} label={of(t('amount'))} />
                    </Form.Item>
                  </div>
                </>
              )}
            </FieldRows>
          </Form.Item>
        </>
      )}
    </>
  );
}
