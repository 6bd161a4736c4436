import { Checkbox, Form, Input, Select, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { IdentityProvider } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { useBranches } from '../../names/names.tsx';
import { useRoleChoices } from '../../names/roles.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface ProviderValues {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly emailDomains: string[];
  readonly trustEmail: boolean;
  readonly userNameClaim: string;
  readonly required: boolean;
  readonly welcome: boolean;
  readonly newcomers?: { readonly role: string; readonly branchId: string };
}

/** Connects the agency's identity provider, or changes how. A dialog: its secret must not become a draft. */
export function ProviderForm({
  provider: shown,
  open,
  onClose,
}: {
  readonly provider: IdentityProvider | null;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const provider = useAsOpened(shown, open);
  const [form] = Form.useForm<ProviderValues>();
  const change = useChange((values: ProviderValues, key) => saveProvider(provider, values, key), {
    touches: [['identity', 'identity-provider']],
    done: t('saved'),
  });
  const { newcomers, ...known } = provider ?? { newcomers: null };
  return (
    <FormDialog
      title={provider ? t('change') : t('connect')}
      draft={null} // the provider's secret is among its fields
      {...{ open, onClose, form, change }}
      initial={{
        ...{ trustEmail: false, required: false, userNameClaim: 'preferred_username', emailDomains: [] },
        ...known,
        welcome: newcomers !== null,
        ...(newcomers && { newcomers }),
      }}
    >
      <ProviderFields isNew={provider === null} />
    </FormDialog>
  );
}

function saveProvider(provider: IdentityProvider | null, values: ProviderValues, key: string) {
  const { clientSecret, welcome, newcomers, ...others } = values;
  const body = { ...others, newcomers: welcome && newcomers ? newcomers : null };
  if (!provider)
    return answer(
      api.identity.POST('/v1/identity-provider', {
        body: { ...body, clientSecret: clientSecret ?? '' },
        headers: changing(key),
      }),
    );
  return answer(
    api.identity.PUT('/v1/identity-provider', {
      body: { ...body, ...(clientSecret && { clientSecret }) },
      headers: changing(key, provider.version),
    }),
  );
}

function ProviderFields({ isNew }: { readonly isNew: boolean }) {
  const t = texts.use();
  const rules = [{ required: true, message: t('fillIn') }];
  const welcome = Form.useWatch<boolean | undefined>('welcome');
  return (
    <>
      <Form.Item name="issuer" label={t('issuer')} extra={t('issuerHint')} rules={rules}>
        <Input type="url" maxLength={300} />
      </Form.Item>
      <Form.Item name="clientId" label={t('clientId')} rules={rules}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="clientSecret"
        label={t('clientSecret')}
        rules={isNew ? rules : []}
        {...(!isNew && { extra: t('secretKept') })}
      >
        <Input.Password maxLength={500} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="emailDomains" label={t('emailDomains')} extra={t('domainsHint')} rules={rules}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="userNameClaim" label={t('userNameClaim')} rules={rules}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="trustEmail" valuePropName="checked" extra={t('trustEmailWhy')}>
        <Checkbox>{t('trustEmail')}</Checkbox>
      </Form.Item>
      <Form.Item name="required" valuePropName="checked" extra={t('requiredWhy')}>
        <Checkbox>{t('required')}</Checkbox>
      </Form.Item>
      <Form.Item name="welcome" valuePropName="checked">
        <Checkbox>{t('welcome')}</Checkbox>
      </Form.Item>
      {welcome && <Newcomers />}
    </>
  );
}

function Newcomers() {
  const t = texts.use();
  const rules = [{ required: true, message: t('fillIn') }];
  const branches = (useBranches().data ?? []).filter(({ state }) => state === 'open');
  return (
    <>
      <Typography.Paragraph type="secondary">{t('newcomersWhy')}</Typography.Paragraph>
      <Form.Item name={['newcomers', 'role']} label={t('role')} rules={rules}>
        <Select options={useRoleChoices(['customer', 'integration'])} />
      </Form.Item>
      <Form.Item name={['newcomers', 'branchId']} label={t('branch')} rules={rules}>
        <Select options={branches.map(({ id, name }) => ({ value: id, label: localText(name) }))} />
      </Form.Item>
    </>
  );
}
