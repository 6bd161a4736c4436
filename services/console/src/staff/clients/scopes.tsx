import { DeleteOutlined, PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Flex, Form, Select } from 'antd';
import { usePermissionChoices, usePermissionName } from '../../names/permissions.tsx';
import { texts } from './texts.ts';

/** A scope as it is entered: `booking.order.read:branch` is a permission with its reach. */
export interface Scope {
  readonly permission: string;
  readonly reach: string;
}

export const scopeOf = (text: string): Scope => {
  const [permission = '', reach = ''] = text.split(':');
  return { permission, reach };
};

export const scopeText = ({ permission, reach }: Scope): string => `${permission}:${reach}`;

/** Scopes in words. */
export function ScopeList({ scopes }: { readonly scopes: readonly string[] }) {
  texts.use();
  const nameOf = usePermissionName();
  return (
    <ul className="plain-list">
      {scopes.map((text) => {
        const { permission, reach } = scopeOf(text);
        return (
          <li key={text}>
            {nameOf(permission)} · {texts.word(reach)}
          </li>
        );
      })}
    </ul>
  );
}

/** The fields of a client's scopes. */
export function ScopeFields() {
  const t = texts.use();
  const permissions = usePermissionChoices();
  const required = [{ required: true, message: t('required') }];
  return (
    <Form.List name="scopes">
      {(fields, { add, remove }) => (
        <Flex vertical gap="small" style={{ marginBottom: 24 }}>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap="small" align="end">
              <Form.Item
                name={[name, 'permission']}
                label={t('permission')}
                rules={required}
                style={{ flex: '1 1 200px', minWidth: 0, margin: 0 }}
              >
                <Select showSearch={{ optionFilterProp: 'label' }} options={permissions} />
              </Form.Item>
              <Form.Item
                name={[name, 'reach']}
                label={t('reach')}
                rules={required}
                style={{ flex: '0 0 110px', margin: 0 }}
              >
                <Select
                  options={(['own', 'branch', 'agency'] as const).map((value) => ({
                    value,
                    label: t(value),
                  }))}
                />
              </Form.Item>
              <Button icon={<DeleteOutlined />} aria-label={t('removeScope')} onClick={() => remove(name)} />
            </Flex>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ reach: 'branch' })}>
            {t('addScope')}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}
