import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Course, Training } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { RoleTags } from '../users/role-tags.tsx';
import { CourseForm } from './course-form.tsx';
import { NoteAttendance, RecordAssessment, RecordTraining } from './record.tsx';
import { courseRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One course: what it asks, when it was held and who was there. */
export function CoursePage() {
  const { courseCode } = courseRoute.useParams();
  const query = useQuery({
    queryKey: ['identity', 'course', courseCode],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/courses/{code}', { params: { path: { code: courseCode } }, signal })),
  });
  return <Loaded query={query}>{(course) => <OneCourse key={course.id} course={course} />}</Loaded>;
}

function OneCourse({ course }: { readonly course: Course }) {
  const t = texts.use();
  const may = useMay();
  const [open, setOpen] = useState<'change' | 'training' | 'assessment'>();
  const close = () => setOpen(undefined);
  const deeds = (
    <>
      {may('identity.training.record') && (
        <>
          <Button onClick={() => setOpen('training')}>{t('recordTraining')}</Button>
          <Button onClick={() => setOpen('assessment')}>{t('recordAssessment')}</Button>
        </>
      )}
      {may('identity.course.define') && <Button onClick={() => setOpen('change')}>{t('change')}</Button>}
    </>
  );
  return (
    <Page title={localText(course.name)} subtitle={course.code} actions={deeds}>
      <Flex vertical gap="middle">
        <Card title={t('overview')}>
          <Facts
            of={[
              [t('forRoles'), <RoleTags key="roles" codes={course.roles} />],
              [t('mandatory'), course.mandatory ? t('yes') : t('no')],
              [t('passingScore'), course.passingScore],
              [t('validity'), t('months', { months: course.validityMonths })],
            ]}
          />
        </Card>
        {may('identity.training.read') && <Held code={course.code} />}
      </Flex>
      <CourseForm course={course} open={open === 'change'} onClose={close} />
      <RecordTraining code={course.code} open={open === 'training'} onClose={close} />
      <RecordAssessment code={course.code} open={open === 'assessment'} onClose={close} />
    </Page>
  );
}

function Held({ code }: { readonly code: string }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['identity', 'training', 'of-course', code],
    queryFn: async ({ signal }) => {
      const params = { path: { code }, query: { limit: 100 } };
      return (await answer(api.identity.GET('/v1/courses/{code}/trainings', { params, signal }))).trainings;
    },
  });
  return (
    <Card title={t('held')}>
      <Loaded query={query} lines={2}>
        {(trainings) =>
          trainings.length === 0 ? (
            <Typography.Text type="secondary">{t('neverHeld')}</Typography.Text>
          ) : (
            <Trainings trainings={trainings} />
          )
        }
      </Loaded>
    </Card>
  );
}

function Trainings({ trainings }: { readonly trainings: readonly Training[] }) {
  const t = texts.use();
  const may = useMay();
  return (
    <Itemised<Training>
      label={t('held')}
      rows={trainings}
      rowKey={({ id }) => id}
      columns={[
        { title: t('heldOn'), dataIndex: 'heldOn' },
        {
          title: t('attendees'),
          render: (_, { attendees }) => (
            <Flex gap="small" wrap style={{ minWidth: 160, maxWidth: 640 }}>
              {attendees.map((id) => (
                <span key={id}>
                  <UserName id={id} />
                </span>
              ))}
            </Flex>
          ),
        },
        ...(may('identity.training.record')
          ? [
              {
                title: t('deeds'),
                render: (_: unknown, training: Training) => <AttendanceOf training={training} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** Notes who else was there: the list of those who came is completed, never cut. */
function AttendanceOf({ training }: { readonly training: Training }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('noteAttendance')}
      </Button>
      <NoteAttendance training={training} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
