import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Incident } from '../../api/gen/identity.ts';
import { StaffListInput } from '../../names/staff.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';
import { choices, kinds, severities } from './words.ts';

type IncidentForm = Pick<Incident, 'kind' | 'severity' | 'description'> & {
  readonly title: string;
  readonly people?: string[];
};

/** Reports an incident. */
export function OpenIncident({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const may = useMay();
  const navigate = useNavigate();
  const [form] = Form.useForm<IncidentForm>();
  const change = useChange(
    async ({ people = [], ...others }: IncidentForm, key) => {
      const body = { ...others, people, objects: [] };
      const { id } = await answer(api.identity.POST('/v1/incidents', { body, headers: changing(key) }));
      // Whoever reported it need not be one who deals with it.
      if (may('identity.incident.read'))
        await navigate({ to: '/incidents/$incidentId', params: { incidentId: id } });
    },
    { touches: [['identity', 'incident']], done: t('opened') },
  );
  const rules = [{ required: true, message: t('required') }];
  return (
    <FormDrawer
      title={t('report')}
      action={t('report')}
      name="open-incident"
      {...{ open, onClose, form, change }}
      initial={{ kind: 'lost-device', severity: 'medium' }}
    >
      <Form.Item name="title" label={t('what')} rules={rules}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={rules}>
        <Select options={choices(kinds)} />
      </Form.Item>
      <Form.Item name="severity" label={t('severity')} rules={rules}>
        <Select options={choices(severities)} />
      </Form.Item>
      <Form.Item name="description" label={t('description')} extra={t('descriptionHint')} rules={rules}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 4 }} />
      </Form.Item>
      {may('identity.user.read') && (
        <Form.Item name="people" label={t('people')}>
          <StaffListInput />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
