import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Customer } from '../../api/gen/crm.ts';
import { minorUnitsOf, unitsOf } from '../../format/money.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

type Preferences = Omit<Customer['preferences'], 'budget'>;

interface WishesForm {
  readonly preferences: Preferences;
  readonly specialNeeds: Customer['specialNeeds'];
  readonly tags: string[];
  /** In units of the currency, as it is entered. */
  readonly budget?: string;
}

/** Changes what a customer likes and needs, and the words they are found by. */
export function ChangeWishes({
  customer,
  open,
  onClose,
}: {
  readonly customer: Customer;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<WishesForm>();
  const { id: customerId, version, preferences, specialNeeds, tags } = useAsOpened(customer, open);
  const home = useMe().agency.currency;
  const currency = preferences.budget?.currency ?? home;
  const change = useChange(
    (entered: WishesForm, key) =>
      answer(
        api.crm.PATCH('/v1/customers/{customerId}', {
          params: { path: { customerId } },
          body: bodyOf(entered, currency),
          headers: changing(key, version),
        }),
      ),
    { touches: [['crm', 'customer']], done: t('changed') },
  );
  const { budget, ...others } = preferences;
  return (
    <FormDrawer
      title={t('changeWishes')}
      name={`wishes-${customerId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ preferences: others, specialNeeds, tags, ...(budget && { budget: unitsOf(budget) }) }}
    >
      <WishesFields currency={currency} />
    </FormDrawer>
  );
}

function WishesFields({ currency }: { readonly currency: string }) {
  const t = texts.use();
  const amount = {
    validator: (_rule: unknown, units?: string) =>
      !units || minorUnitsOf(units, currency) !== undefined
        ? Promise.resolve()
        : Promise.reject(new Error(t('noAmount'))),
  };
  return (
    <>
      <Form.Item name="tags" label={t('tags')} extra={t('tagsHint')}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={20} />
      </Form.Item>
      <Form.Item name={['preferences', 'destinations']} label={t('destinations')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name={['preferences', 'themes']} label={t('themes')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="budget" label={t('budget')} rules={[amount]}>
        <Input inputMode="decimal" suffix={currency} />
      </Form.Item>
      {(['transport', 'lodging', 'meals'] as const).map((name) => (
        <Form.Item key={name} name={['preferences', name]} label={t(name)}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
      {(['diet', 'accessibility', 'rooming'] as const).map((name) => (
        <Form.Item key={name} name={['specialNeeds', name]} label={t(name)}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
    </>
  );
}

/** What was left empty is left out: the service knows no empty texts. */
function bodyOf({ preferences, specialNeeds, tags, budget }: WishesForm, currency: string) {
  const amount = budget && minorUnitsOf(budget, currency);
  return {
    preferences: { ...filled(preferences), ...(amount && { budget: { amount, currency } }) },
    specialNeeds: filled(specialNeeds),
    tags: tags ?? [],
  };
}

const filled = <Values extends object>(values: Values | undefined): Values =>
  Object.fromEntries(
    Object.entries(values ?? {}).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : Boolean(value),
    ),
  ) as Values; // fewer of its own entries; all of them may be left out
