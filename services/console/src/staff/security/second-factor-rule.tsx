import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Select, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { SecondFactorRule } from '../../api/gen/identity.ts';
import { RoleName, useRoleChoices } from '../../names/roles.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

/** The roles whose holders sign in with a second factor. */
export function SecondFactorRuleCard() {
  const t = texts.use();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const query = useQuery({
    queryKey: ['identity', 'agency', 'second-factor'],
    queryFn: ({ signal }) => answer(api.identity.GET('/v1/agency/second-factor', { signal })),
  });
  const change = may('identity.agency.change') && (
    <Button onClick={() => setChanging(true)}>{t('change')}</Button>
  );
  return (
    <Card title={t('secondFactor')} extra={change}>
      <Typography.Paragraph type="secondary">{t('secondFactorWhy')}</Typography.Paragraph>
      <Loaded query={query} lines={2}>
        {(rule) => (
          <>
            {rule.roles.length === 0 ? (
              t('nobodyMust')
            ) : (
              <Flex gap={4} wrap>
                {rule.roles.map((code) => (
                  <Tag key={code}>
                    <RoleName code={code} />
                  </Tag>
                ))}
              </Flex>
            )}
            <ChangeRule rule={rule} open={changing} onClose={() => setChanging(false)} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function ChangeRule({
  rule: shown,
  open,
  onClose,
}: {
  readonly rule: SecondFactorRule;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const rule = useAsOpened(shown, open);
  const [form] = Form.useForm<{ roles: string[] }>();
  const change = useChange(
    (body: { roles: string[] }, key) =>
      answer(api.identity.PUT('/v1/agency/second-factor', { body, headers: changing(key, rule.version) })),
    { touches: [['identity', 'agency']], done: t('saved') },
  );
  return (
    <FormDrawer
      title={t('secondFactor')}
      name="second-factor-rule"
      version={rule.version}
      {...{ open, onClose, form, change }}
      initial={{ roles: rule.roles }}
    >
      <Form.Item name="roles" label={t('roles')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={useRoleChoices(['customer', 'integration'])}
        />
      </Form.Item>
    </FormDrawer>
  );
}
