import { Button, Card, Flex, Form, Radio, Table, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Incident, Isolation } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { UserName } from '../../names/names.tsx';
import { StaffInput } from '../../names/staff.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

const touches = [
  ['identity', 'incident'],
  ['identity', 'user'],
];

/** Accounts that are kept out for this incident, and letting them in again. */
export function Isolations({ incident }: { readonly incident: Incident }) {
  const t = texts.use();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const isolate = may('identity.incident.handle') && incident.state !== 'closed' && (
    <Button onClick={() => setOpen(true)}>{t('isolate')}</Button>
  );
  return (
    <Card title={t('isolations')} extra={isolate}>
      {incident.isolations.length === 0 ? (
        <Typography.Text type="secondary">{t('nobodyIsolated')}</Typography.Text>
      ) : (
        <IsolationTable incident={incident} />
      )}
      <Isolate incident={incident} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}

function IsolationTable({ incident }: { readonly incident: Incident }) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  return (
    <Table<Isolation>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={incident.isolations}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('whom'),
          render: (_, { action, userId }) =>
            action === 'disable-client' ? t('aClient') : <UserName id={userId} />,
        },
        { title: t('measure'), render: (_, { action }) => texts.word(action) },
        { title: t('isolatedAt'), render: (_, { isolatedAt }) => instantText(isolatedAt, timeZone) },
        {
          title: t('liftedAt'),
          render: (_, { liftedAt }) => (liftedAt ? instantText(liftedAt, timeZone) : '—'),
        },
        {
          title: t('deeds'),
          render: (_, isolation) =>
            !isolation.liftedAt && may('identity.incident.handle') ? (
              <Lift incidentId={incident.id} isolation={isolation} />
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}

function Lift({ incidentId, isolation }: { readonly incidentId: string; readonly isolation: Isolation }) {
  const t = texts.use();
  const change = useChange(
    (isolationId: string, key) =>
      answer(
        api.identity.POST('/v1/incidents/{incidentId}/isolations/{isolationId}/lifting', {
          params: { path: { incidentId, isolationId } },
          headers: changing(key),
        }),
      ),
    { touches, done: t('lifted') },
  );
  return (
    <Confirm
      label={t('lift')}
      why={t('liftWhy')}
      input={isolation.id}
      change={change}
      button={{ size: 'small' }}
    />
  );
}

interface IsolateForm {
  readonly action: 'suspend-account' | 'end-sessions';
  readonly userId: string;
}

function Isolate({
  incident,
  open,
  onClose,
}: {
  readonly incident: Incident;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const me = useMe().user.id;
  const [form] = Form.useForm<IsolateForm>();
  const change = useChange(
    (body: IsolateForm, key) =>
      answer(
        api.identity.POST('/v1/incidents/{incidentId}/isolations', {
          params: { path: { incidentId: incident.id } },
          body,
          headers: changing(key),
        }),
      ),
    { touches, done: t('isolated') },
  );
  const [only] = incident.people;
  return (
    <FormDialog
      title={t('isolate')}
      deed={t('isolate')}
      draft={{ name: `isolate-${incident.id}` }}
      danger
      {...{ open, onClose, form, change }}
      initial={{ action: 'suspend-account', ...(only && { userId: only }) }}
    >
      <Flex vertical>
        <Form.Item name="action" label={t('measure')}>
          <Radio.Group
            options={(['suspend-account', 'end-sessions'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
          />
        </Form.Item>
        <Form.Item name="userId" label={t('whom')} rules={[{ required: true, message: t('required') }]}>
          <StaffInput without={[me]} />
        </Form.Item>
      </Flex>
    </FormDialog>
  );
}
