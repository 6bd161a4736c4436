import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Flex, Form, InputNumber, Select, Table, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { IncidentRules } from '../../api/gen/identity.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

type Rules = IncidentRules['rules'];
type Kind = keyof Rules;

const kinds = [
  'failed-sign-ins',
  'sign-ins-failing',
  'document-reveals',
  'large-export',
  'token-reuse',
] satisfies Kind[];

/** When the system itself opens an incident. */
export function IncidentRulesCard() {
  const t = texts.use();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const query = useQuery({
    queryKey: ['identity', 'incident-rule'],
    queryFn: ({ signal }) => answer(api.identity.GET('/v1/incident-rules', { signal })),
  });
  const change = may('identity.incident-rule.change') && (
    <Button onClick={() => setChanging(true)}>{t('change')}</Button>
  );
  return (
    <Card title={t('incidentRules')} extra={change}>
      <Typography.Paragraph type="secondary">{t('incidentRulesWhy')}</Typography.Paragraph>
      <Loaded query={query}>
        {(found) => (
          <>
            <RuleTable rules={found.rules} />
            <ChangeRules found={found} open={changing} onClose={() => setChanging(false)} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function RuleTable({ rules }: { readonly rules: Rules }) {
  const t = texts.use();
  return (
    <Table
      rowKey="kind"
      size="small"
      pagination={false}
      dataSource={kinds.map((kind) => ({ kind, ...rules[kind] }))}
      columns={[
        { title: t('rule'), render: (_, { kind }) => t(kind) },
        {
          title: t('state'),
          render: (_, { enabled }) => (
            <StateTag tone={enabled ? 'good' : 'over'}>{enabled ? t('on') : t('off')}</StateTag>
          ),
        },
        { title: t('threshold'), dataIndex: 'threshold', align: 'end' },
        {
          title: t('window'),
          align: 'end',
          render: (_, { windowSeconds }) => t('minutes', { minutes: Math.round(windowSeconds / 60) }),
        },
        { title: t('severity'), render: (_, { severity }) => t(severity) },
      ]}
    />
  );
}

function ChangeRules({
  found: shown,
  open,
  onClose,
}: {
  readonly found: IncidentRules;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const found = useAsOpened(shown, open);
  const [form] = Form.useForm<Rules>();
  const change = useChange(
    (rules: Rules, key) =>
      answer(
        api.identity.PUT('/v1/incident-rules', { body: { rules }, headers: changing(key, found.version) }),
      ),
    { touches: [['identity', 'incident-rule']], done: t('saved') },
  );
  return (
    <FormDrawer
      title={t('incidentRules')}
      name="incident-rules"
      version={found.version}
      {...{ open, onClose, form, change }}
      initial={found.rules}
      width={640}
    >
      {kinds.map((kind) => (
        <RuleFields key={kind} kind={kind} />
      ))}
    </FormDrawer>
  );
}

function RuleFields({ kind }: { readonly kind: Kind }) {
  const t = texts.use();
  const rules = [{ required: true, message: t('fillIn') }];
  return (
    <fieldset className="plain-fieldset">
      <legend>{t(kind)}</legend>
      <Form.Item name={[kind, 'enabled']} valuePropName="checked" style={{ margin: 0 }}>
        <Checkbox>{t('on')}</Checkbox>
      </Form.Item>
      <Flex gap="small" wrap>
        <Form.Item name={[kind, 'threshold']} label={t('threshold')} rules={rules}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name={[kind, 'windowSeconds']} label={t('windowSeconds')} rules={rules}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name={[kind, 'severity']} label={t('severity')} rules={rules}>
          <Select
            options={(['low', 'medium', 'high', 'critical'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
            style={{ width: 130 }}
          />
        </Form.Item>
      </Flex>
    </fieldset>
  );
}
