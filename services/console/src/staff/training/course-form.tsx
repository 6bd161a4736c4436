import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Course } from '../../api/gen/identity.ts';
import { useRoleChoices } from '../../names/roles.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

type CourseValues = Pick<Course, 'code' | 'name' | 'roles' | 'passingScore' | 'validityMonths' | 'mandatory'>;

/** Defines a course, or changes one. */
export function CourseForm({
  course: shown,
  open,
  onClose,
}: {
  readonly course: Course | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const course = useAsOpened(shown, open);
  const [form] = Form.useForm<CourseValues>();
  const change = useChange(
    ({ code, ...others }: CourseValues, key) =>
      course
        ? answer(
            api.identity.PUT('/v1/courses/{code}', {
              params: { path: { code: course.code } },
              body: others,
              headers: changing(key, course.version),
            }),
          )
        : answer(api.identity.POST('/v1/courses', { body: { code, ...others }, headers: changing(key) })),
    { touches: [['identity', 'course']], done: t('saved') },
  );
  return (
    <FormDrawer
      title={course ? t('change') : t('define')}
      name={`course-${course?.code ?? ''}`}
      version={course?.version}
      {...{ open, onClose, form, change }}
      initial={course ?? { roles: [], passingScore: 60, validityMonths: 12, mandatory: false }}
    >
      <CourseFields isNew={!course} />
    </FormDrawer>
  );
}

function CourseFields({ isNew }: { readonly isNew: boolean }) {
  const t = texts.use();
  const rules = [{ required: true, message: t('required') }];
  const roles = useRoleChoices(['customer', 'integration']);
  return (
    <>
      {isNew && (
        <Form.Item
          name="code"
          label={t('code')}
          extra={t('codeHint')}
          rules={[{ required: true, pattern: /^[A-Z][A-Z0-9-]+$/, message: t('codeHint') }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      <LocalTextFields name="name" label={t('course')} />
      <Form.Item name="roles" label={t('forRoles')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={roles} />
      </Form.Item>
      <Form.Item name="mandatory" valuePropName="checked">
        <Checkbox>{t('mandatoryHint')}</Checkbox>
      </Form.Item>
      <Form.Item name="passingScore" label={t('passingScore')} rules={rules}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
      <Form.Item name="validityMonths" label={t('validityMonths')} rules={rules}>
        <InputNumber min={1} max={120} precision={0} />
      </Form.Item>
    </>
  );
}
