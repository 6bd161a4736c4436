import { DeleteOutlined, PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Flex, Form, Select, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Access } from '../../api/gen/identity.ts';
import { usePermissionChoices } from '../../names/permissions.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { InstantInput } from '../../patterns/instant-input.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface AccessForm {
  readonly grants: { permission: string; reach: 'own' | 'branch' | 'agency'; until?: string | null }[];
  readonly denials: string[];
}

/** Gives and takes single permissions. Nobody gives more than they hold themselves; the service says so where one tries. */
export function ChangeAccess({
  access,
  open,
  onClose,
}: {
  readonly access: Access;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<AccessForm>();
  const { userId, version, grants, denials } = useAsOpened(access, open);
  const change = useChange(
    (entered: AccessForm, key) =>
      answer(
        api.identity.PUT('/v1/users/{userId}/grants', {
          params: { path: { userId } },
          body: {
            grants: entered.grants.map(({ until, ...grant }) => ({ ...grant, ...(until && { until }) })),
            denials: entered.denials,
          },
          headers: changing(key, version),
        }),
      ),
    { touches: [['identity', 'user']], done: t('saved') },
  );
  return (
    <FormDrawer
      title={t('changeAccess')}
      name={`access-${userId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ grants, denials }}
      width={720}
    >
      <AccessFields />
    </FormDrawer>
  );
}

function AccessFields() {
  const t = texts.use();
  const permissions = usePermissionChoices();
  return (
    <>
      <Typography.Title level={3} className="part-title">
        {t('singleGrants')}
      </Typography.Title>
      <Form.List name="grants">
        {(fields, { add, remove }) => (
          <Flex vertical gap="small" style={{ marginBottom: 24 }}>
            {fields.map(({ key, name }) => (
              <GrantFields key={key} name={name} permissions={permissions} onRemove={() => remove(name)} />
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ reach: 'branch' })}>
              {t('addGrant')}
            </Button>
          </Flex>
        )}
      </Form.List>
      <Form.Item name="denials" label={t('singleDenials')} extra={t('denialsWin')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={permissions} />
      </Form.Item>
    </>
  );
}

function GrantFields({
  name,
  permissions,
  onRemove,
}: {
  readonly name: number;
  readonly permissions: { value: string; label: string }[];
  readonly onRemove: () => void;
}) {
  const t = texts.use();
  const required = [{ required: true, message: t('required') }];
  return (
    <Flex gap="small" align="end" wrap>
      <Form.Item
        name={[name, 'permission']}
        label={t('permission')}
        rules={required}
        style={{ flex: '1 1 240px', margin: 0 }}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={permissions} />
      </Form.Item>
      <Form.Item
        name={[name, 'reach']}
        label={t('reach')}
        rules={required}
        style={{ flex: '0 0 120px', margin: 0 }}
      >
        <Select
          options={(['own', 'branch', 'agency'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'until']} label={t('until')} style={{ margin: 0 }}>
        <InstantInput />
      </Form.Item>
      <Button icon={<DeleteOutlined />} aria-label={t('remove')} onClick={onRemove} />
    </Flex>
  );
}
