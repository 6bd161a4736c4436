import { Form, InputNumber } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Training } from '../../api/gen/identity.ts';
import { todayIn } from '../../format/dates.ts';
import { StaffInput, StaffListInput } from '../../names/staff.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

interface Recording {
  readonly code: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

const touches = [['identity', 'training']];

/** Records that a course was held, and who was there. */
export function RecordTraining({ code, open, onClose }: Recording) {
  const t = texts.use();
  const today = todayIn(useMe().agency.timeZone);
  const [form] = Form.useForm<{ heldOn: string; userIds: string[] }>();
  const change = useChange(
    (body: { heldOn: string; userIds: string[] }, key) =>
      answer(
        api.identity.POST('/v1/courses/{code}/trainings', {
          params: { path: { code } },
          body,
          headers: changing(key),
        }),
      ),
    { touches, done: t('recorded') },
  );
  const rules = [{ required: true, message: t('required') }];
  return (
    <FormDrawer
      title={t('recordTraining')}
      name={`training-${code}`}
      {...{ open, onClose, form, change }}
      initial={{ heldOn: today }}
    >
      <Form.Item name="heldOn" label={t('heldOn')} rules={rules}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="userIds" label={t('attendees')} rules={rules}>
        <StaffListInput />
      </Form.Item>
    </FormDrawer>
  );
}

/** Records who else was at a training. */
export function NoteAttendance({
  training: { id: trainingId, heldOn, attendees },
  open,
  onClose,
}: {
  readonly training: Training;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<{ userIds: string[] }>();
  const change = useChange(
    (body: { userIds: string[] }, key) =>
      answer(
        api.identity.POST('/v1/trainings/{trainingId}/attendance', {
          params: { path: { trainingId } },
          body,
          headers: changing(key),
        }),
      ),
    { touches, done: t('recorded') },
  );
  return (
    <FormDialog
      title={`${t('noteAttendance')} · ${heldOn}`}
      draft={{ name: `attendance-${trainingId}` }}
      {...{ open, onClose, form, change }}
    >
      <Form.Item
        name="userIds"
        label={t('whoElse')}
        extra={t('attendanceHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <StaffListInput without={attendees} />
      </Form.Item>
    </FormDialog>
  );
}

interface AssessmentForm {
  readonly userId: string;
  readonly score: number;
  readonly assessedOn: string;
}

/** Records the outcome of an assessment; nobody records their own. */
export function RecordAssessment({ code, open, onClose }: Recording) {
  const t = texts.use();
  const me = useMe();
  const [form] = Form.useForm<AssessmentForm>();
  const change = useChange(
    (body: AssessmentForm, key) =>
      answer(
        api.identity.POST('/v1/courses/{code}/assessments', {
          params: { path: { code } },
          body,
          headers: changing(key),
        }),
      ),
    { touches, done: t('recorded') },
  );
  const rules = [{ required: true, message: t('required') }];
  return (
    <FormDrawer
      title={t('recordAssessment')}
      name={`assessment-${code}`}
      {...{ open, onClose, form, change }}
      initial={{ assessedOn: todayIn(me.agency.timeZone) }}
    >
      <Form.Item name="userId" label={t('who')} rules={rules}>
        <StaffInput without={[me.user.id]} />
      </Form.Item>
      <Form.Item name="score" label={t('score')} rules={rules}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
      <Form.Item name="assessedOn" label={t('assessedOn')} rules={rules}>
        <LocalDateInput />
      </Form.Item>
    </FormDrawer>
  );
}
