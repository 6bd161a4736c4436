import { Form, Input, Radio, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Branch } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { useChange } from '../../patterns/use-change.ts';
import type { LocalText } from '../../texts/locale.ts';
import { texts } from './texts.ts';

interface OpenForm {
  readonly code: string;
  readonly kind: 'owned' | 'franchise';
  readonly parentId: string;
  readonly name: LocalText;
}

/** Opens a branch below another. */
export function OpenBranch({
  branches,
  open,
  onClose,
}: {
  readonly branches: readonly Branch[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<OpenForm>();
  const change = useChange(
    (body: OpenForm, key) => answer(api.identity.POST('/v1/branches', { body, headers: changing(key) })),
    { touches: [['identity', 'branch']], done: t('opened') },
  );
  const top = branches.find(({ parentId }) => parentId === null);
  return (
    <FormDrawer
      title={t('open')}
      name="open-branch"
      {...{ open, onClose, form, change }}
      initial={{ kind: 'owned', ...(top && { parentId: top.id }) }}
    >
      <LocalTextFields name="name" label={t('name')} />
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('codeHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={[{ required: true }]}>
        <Radio.Group
          options={(['owned', 'franchise'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <ParentField branches={branches} />
    </FormDrawer>
  );
}

type ChangeForm = Pick<OpenForm, 'name' | 'parentId'>;

/** Renames a branch, or puts it below another. */
export function ChangeBranch({
  branch,
  branches,
  onClose,
}: {
  readonly branch: Branch;
  readonly branches: readonly Branch[];
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<ChangeForm>();
  const { id: branchId, version, name, parentId } = branch;
  const change = useChange(
    (values: ChangeForm, key) =>
      answer(
        api.identity.PATCH('/v1/branches/{branchId}', {
          params: { path: { branchId } },
          body: {
            name: values.name,
            ...(parentId !== null && values.parentId !== parentId && { parentId: values.parentId }),
          },
          headers: changing(key, version),
        }),
      ),
    { touches: [['identity', 'branch']], done: t('saved') },
  );
  return (
    <FormDrawer
      title={t('change')}
      name={`branch-${branchId}`}
      version={version}
      open
      {...{ onClose, form, change }}
      initial={{ name, ...(parentId !== null && { parentId }) }}
    >
      <LocalTextFields name="name" label={t('name')} />
      {parentId !== null && <ParentField branches={branches.filter(({ id }) => id !== branchId)} />}
    </FormDrawer>
  );
}

function ParentField({ branches }: { readonly branches: readonly Branch[] }) {
  const t = texts.use();
  const options = branches
    .filter(({ state }) => state === 'open')
    .map(({ id, name }) => ({ value: id, label: localText(name) }));
  return (
    <Form.Item name="parentId" label={t('parent')} rules={[{ required: true, message: t('required') }]}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  );
}
