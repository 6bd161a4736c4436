import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { useRoleChoices } from '../../names/roles.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { useChange } from '../../patterns/use-change.ts';
import type { LocalText } from '../../texts/locale.ts';
import { texts } from './texts.ts';

interface RoleForm {
  readonly code: string;
  readonly name: LocalText;
  readonly copyOf?: string;
}

/** Makes a role of the agency's own: a copy to change, or an empty one. */
export function CopyRole({
  open,
  onClose,
  copyOf,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly copyOf?: string;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<RoleForm>();
  const roles = useRoleChoices();
  const change = useChange(
    async ({ copyOf: from, ...others }: RoleForm, key) => {
      const body = { ...others, ...(from ? { copyOf: from } : { grants: [] }) };
      const { code } = await answer(api.identity.POST('/v1/roles', { body, headers: changing(key) }));
      await navigate({ to: '/roles/$roleCode', params: { roleCode: code } });
    },
    { touches: [['identity', 'role']], done: t('created') },
  );
  return (
    <FormDrawer
      title={t('newRole')}
      name={`copy-role-${copyOf ?? ''}`}
      {...{ open, onClose, form, change }}
      {...(copyOf && { initial: { copyOf } })}
    >
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('codeHint')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9-]*$/, message: t('codeHint') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <LocalTextFields name="name" label={t('name')} />
      <Form.Item name="copyOf" label={t('copyOf')} extra={t('copyHint')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={roles} />
      </Form.Item>
    </FormDrawer>
  );
}
