import { Form, Input, Select } from 'antd';
import { localText } from '../../format/names.ts';
import { useBranches } from '../../names/names.tsx';
import { useRoleChoices } from '../../names/roles.tsx';
import { texts } from './texts.ts';

/** What is entered of somebody who is to have an account. */
export interface UserForm {
  readonly branchId: string;
  readonly displayName: string;
  readonly email: string;
  readonly mobile?: string;
  readonly locale: 'zh' | 'en';
  readonly roles: string[];
}

export function UserFields() {
  const t = texts.use();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name="displayName" label={t('name')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="email" label={t('email')} rules={required}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="mobile" label={t('mobile')}>
        <Input type="tel" maxLength={30} autoComplete="off" />
      </Form.Item>
      <BranchField />
      <RolesField />
      <Form.Item name="locale" label={t('language')} rules={required}>
        <Select options={(['zh', 'en'] as const).map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
    </>
  );
}

export function BranchField() {
  const t = texts.use();
  const open = (useBranches().data ?? []).filter(({ state }) => state === 'open');
  return (
    <Form.Item name="branchId" label={t('branch')} rules={[{ required: true, message: t('required') }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={open.map(({ id, name }) => ({ value: id, label: localText(name) }))}
      />
    </Form.Item>
  );
}

export function RolesField() {
  const t = texts.use();
  return (
    <Form.Item name="roles" label={t('roles')} rules={[{ required: true, message: t('required') }]}>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        options={useRoleChoices(['integration'])}
      />
    </Form.Item>
  );
}
