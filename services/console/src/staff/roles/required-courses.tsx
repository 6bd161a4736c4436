import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Radio, Select, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { RequiredCourses as Required } from '../../api/gen/identity.ts';
import { CourseName, useCourses } from '../../names/courses.tsx';
import { localText } from '../../format/names.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

/** The courses whoever gets this role has to have passed, and what happens when a certificate ends. */
export function RequiredCourses({ roleCode }: { readonly roleCode: string }) {
  const t = texts.use();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const query = useQuery({
    queryKey: ['identity', 'role-requirement', roleCode],
    queryFn: ({ signal }) => {
      const params = { path: { code: roleCode } };
      return answer(api.identity.GET('/v1/roles/{code}/required-courses', { params, signal }));
    },
  });
  const change = may('identity.role.require-courses') && (
    <Button onClick={() => setChanging(true)}>{t('change')}</Button>
  );
  return (
    <Card title={t('requiredCourses')} extra={change}>
      <Loaded query={query} lines={2}>
        {(required) => (
          <>
            <Facts required={required} />
            <ChangeRequired required={required} open={changing} onClose={() => setChanging(false)} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Facts({ required: { courses, whenExpired } }: { readonly required: Required }) {
  const t = texts.use();
  if (courses.length === 0) return <Typography.Text type="secondary">{t('noneRequired')}</Typography.Text>;
  return (
    <Flex vertical gap="small">
      <Flex gap={4} wrap>
        {courses.map((code) => (
          <Tag key={code}>
            <CourseName code={code} />
          </Tag>
        ))}
      </Flex>
      <span>{texts.word(whenExpired)}</span>
    </Flex>
  );
}

type RequiredValues = Pick<Required, 'courses' | 'whenExpired'>;

function ChangeRequired({
  required,
  open,
  onClose,
}: {
  readonly required: Required;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<RequiredValues>();
  const { role: code, version, courses, whenExpired } = useAsOpened(required, open);
  const known = useCourses().data ?? [];
  const change = useChange(
    (body: RequiredValues, key) =>
      answer(
        api.identity.PUT('/v1/roles/{code}/required-courses', {
          params: { path: { code } },
          body,
          headers: changing(key, version),
        }),
      ),
    { touches: [['identity', 'role-requirement']], done: t('saved') },
  );
  return (
    <FormDrawer
      title={t('requiredCourses')}
      name={`required-courses-${code}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ courses, whenExpired }}
    >
      <Form.Item name="courses" label={t('requiredCourses')}>
        <Select
          mode="multiple"
          options={known.map(({ code: value, name }) => ({ value, label: localText(name) }))}
        />
      </Form.Item>
      <Form.Item name="whenExpired" label={t('whenExpired')}>
        <Radio.Group
          vertical
          options={(['warn', 'suspend'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
    </FormDrawer>
  );
}
