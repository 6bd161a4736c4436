import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { ExchangeRate } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { CurrencySelect } from '../../patterns/currency-select.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

type RateForm = Pick<ExchangeRate, 'fromCurrency' | 'toCurrency' | 'rate' | 'validFrom' | 'source'>;

/** Sets what a currency is worth in another, from a day on. */
export function SetRate({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const { currency, timeZone } = useMe().agency;
  const [form] = Form.useForm<RateForm>();
  const change = useChange(
    (body: RateForm, key) => answer(api.booking.POST('/v1/exchange-rates', { body, headers: changing(key) })),
    { touches: [['booking', 'exchange-rate']], done: t('saved') },
  );
  const required = [{ required: true, whitespace: true, message: patternTexts.say('required') }];
  return (
    <FormDrawer<RateForm>
      title={t('set')}
      name="exchange-rate"
      {...{ open, onClose, form, change }}
      initial={{ toCurrency: currency, validFrom: todayIn(timeZone) }}
    >
      <Form.Item name="fromCurrency" label={t('from')} rules={required}>
        <CurrencySelect />
      </Form.Item>
      <Form.Item name="toCurrency" label={t('to')} rules={required}>
        <CurrencySelect />
      </Form.Item>
      <Form.Item
        name="rate"
        label={t('rate')}
        extra={t('rateHint')}
        rules={[...required, { pattern: /^\d+(\.\d+)?$/, message: t('rateWrong') }]}
      >
        <Input inputMode="decimal" autoComplete="off" maxLength={30} />
      </Form.Item>
      <Form.Item name="validFrom" label={t('validFrom')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="source" label={t('source')} extra={t('sourceHint')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
