import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { OwnCustomer } from '../../api/gen/crm.ts';
import { minorUnitsOf, unitsOf } from '../../format/money.ts';
import { listText } from '../../format/names.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { SmallForm } from './small-form.tsx';
import { texts } from './texts.ts';

const wishes = ['transport', 'lodging', 'meals'] as const;
const needs = ['diet', 'accessibility', 'rooming'] as const;
const several = ['destinations', 'themes'] as const;

type Values = {
  readonly [
    name in
      | (typeof wishes)[number]
      | (typeof needs)[number]
      | (typeof several)[number]
      | 'phone'
      | 'address'
      | 'budget'
  ]?: string;
} & { readonly locale: OwnCustomer['locale'] };

/** Changes what the customer has told of themselves. */
export function ChangeAbout({
  customer,
  onClose,
}: {
  readonly customer: OwnCustomer;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<Values>();
  const opened = useAsOpened(customer, true);
  const home = useMe().agency.currency;
  const currency = opened.preferences.budget?.currency ?? home;
  const change = useChange(
    (entered: Values, key) =>
      answer(
        api.crm.PATCH('/v1/own-customer', {
          body: bodyOf(entered, currency, opened),
          headers: changing(key, opened.version),
        }),
      ),
    { touches: [['crm', 'customer']], done: t('changed') },
  );
  return (
    <SmallForm form={form} change={change} initial={valuesOf(opened)} onDone={onClose} onCancel={onClose}>
      <ReachFields />
      <WishFields currency={currency} />
    </SmallForm>
  );
}

function ReachFields() {
  const t = texts.use();
  return (
    <>
      <Form.Item name="phone" label={t('phone')}>
        <Input size="large" type="tel" autoComplete="tel" maxLength={30} />
      </Form.Item>
      <Form.Item name="address" label={t('address')}>
        <Input size="large" autoComplete="street-address" maxLength={300} />
      </Form.Item>
      <Form.Item name="locale" label={t('letters')}>
        <select className="native-select">
          <option value="zh">{t('zh')}</option>
          <option value="en">{t('en')}</option>
        </select>
      </Form.Item>
    </>
  );
}

function WishFields({ currency }: { readonly currency: string }) {
  const t = texts.use();
  const amount = {
    validator: (_rule: unknown, units?: string) =>
      !units || minorUnitsOf(units, currency) !== undefined
        ? Promise.resolve()
        : Promise.reject(new Error(t('noAmount'))),
  };
  return (
    <>
      {several.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(name)}
          {...(name === 'destinations' && { extra: t('severalHint') })}
        >
          <Input size="large" maxLength={500} />
        </Form.Item>
      ))}
      <Form.Item name="budget" label={t('budget')} rules={[amount]}>
        <Input size="large" inputMode="decimal" suffix={currency} maxLength={20} />
      </Form.Item>
      {wishes.map((name) => (
        <Form.Item key={name} name={name} label={t(name)}>
          <Input size="large" maxLength={100} />
        </Form.Item>
      ))}
      {needs.map((name) => (
        <Form.Item key={name} name={name} label={t(name)}>
          <Input size="large" maxLength={200} />
        </Form.Item>
      ))}
    </>
  );
}

function valuesOf({ phone, address, locale, preferences, specialNeeds }: OwnCustomer): Values {
  const { destinations = [], themes = [], budget, ...others } = preferences;
  return {
    ...{ locale, phone: phone ?? '', address: address ?? '' },
    ...{ destinations: listText(destinations), themes: listText(themes) },
    ...(budget && { budget: unitsOf(budget) }),
    ...others,
    ...specialNeeds,
  };
}

/** What was left empty is left out: the service knows no empty texts. */
function bodyOf(values: Values, currency: string, was: OwnCustomer) {
  const text = (name: Exclude<keyof Values, 'locale'>) => values[name]?.trim();
  const filled = <Name extends (typeof wishes)[number] | (typeof needs)[number]>(names: readonly Name[]) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const entered = text(name);
        return entered ? [[name, entered]] : [];
      }),
    ) as { readonly [name in Name]?: string }; // these names alone
  const listed = (name: (typeof several)[number]) => {
    // What nobody has touched stays as it is: a place may have a comma in its name.
    const before = was.preferences[name] ?? [];
    if (text(name) === listText(before)) return { [name]: before };
    const entered = (text(name) ?? '').split(/[、，,;；]/).map((one) => one.trim());
    const words = [...new Set(entered.filter(Boolean))];
    return words.length > 0 ? { [name]: words } : {};
  };
  const budget = text('budget');
  const amount = budget && minorUnitsOf(budget, currency);
  return {
    phone: text('phone') || null,
    address: text('address') || null,
    locale: values.locale,
    preferences: {
      ...listed('destinations'),
      ...listed('themes'),
      ...filled(wishes),
      ...(amount && { budget: { amount, currency } }),
    },
    specialNeeds: filled(needs),
  };
}
