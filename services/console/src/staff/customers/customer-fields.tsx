import { Form, Input, Select } from 'antd';
import type { Customer } from '../../api/gen/crm.ts';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts } from './texts.ts';

/** What is entered of a customer. */
export type CustomerForm = Pick<Customer, 'kind' | 'name' | 'locale'> &
  Partial<Pick<Customer, 'gender' | 'birthDate' | 'occupation' | 'phone' | 'email' | 'address' | 'source'>>;

const sources = [
  'walk-in',
  'phone',
  'website',
  'wechat',
  'referral',
  'campaign',
  'partner',
  'other',
] satisfies Customer['source'][];

const choices = (words: readonly string[]) => words.map((value) => ({ value, label: texts.word(value) }));

/** The fields of a customer, to enter and to change. */
export function CustomerFields({ kindFixed = false }: { readonly kindFixed?: boolean }) {
  const t = texts.use();
  const company = Form.useWatch('kind') === 'company';
  // One form of the name is enough: the other is asked for until there is one.
  const chinese = Form.useWatch<string | undefined>(['name', 'zh']);
  const latin = Form.useWatch<string | undefined>(['name', 'en']);
  return (
    <>
      <Form.Item name="kind" label={t('kind')} required>
        <Select disabled={kindFixed} options={choices(['person', 'company'])} />
      </Form.Item>
      <Form.Item name={['name', 'zh']} label={t('nameZh')} required={!latin} rules={[oneName(t('oneName'))]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={t('nameEn')} required={!chinese}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')}>
        <Input type="tel" maxLength={30} />
      </Form.Item>
      <Form.Item name="email" label={t('email')}>
        <Input type="email" maxLength={254} />
      </Form.Item>
      {!company && (
        <>
          <Form.Item name="gender" label={t('gender')}>
            <Select allowClear options={choices(['female', 'male', 'other'])} />
          </Form.Item>
          <Form.Item name="birthDate" label={t('birthDate')}>
            <LocalDateInput />
          </Form.Item>
        </>
      )}
      <Form.Item name="address" label={t('address')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="source" label={t('source')} required>
        <Select options={choices(sources)} />
      </Form.Item>
      <Form.Item name="locale" label={t('language')} required>
        <Select options={choices(['zh', 'en'])} />
      </Form.Item>
    </>
  );
}

/** What the form says: a text that was emptied is none, and a name is told in the forms it has. */
export function customerSaid({ kind: _kind, name, ...said }: CustomerForm) {
  const text = (entered: string | null | undefined) => entered?.trim() || null;
  const named = Object.entries(name).flatMap(([locale, one]) => (text(one) ? [[locale, one.trim()]] : []));
  return {
    ...said,
    name: Object.fromEntries(named) as { readonly zh?: string; readonly en?: string }, // these two at most
    ...{ gender: said.gender ?? null, birthDate: said.birthDate ?? null },
    ...{ phone: text(said.phone), email: text(said.email), address: text(said.address) },
  };
}

/** One form of the name is enough; without any there is nobody. */
const oneName =
  (message: string) =>
  ({ getFieldValue }: { getFieldValue: (name: string[]) => unknown }) => ({
    validator: (_rule: unknown, chinese: unknown) =>
      chinese || getFieldValue(['name', 'en']) ? Promise.resolve() : Promise.reject(new Error(message)),
  });
