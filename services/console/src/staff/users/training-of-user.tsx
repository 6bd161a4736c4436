import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Table } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { TrainingInCourse } from '../../api/gen/identity.ts';
import { listText, localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { RoleTags } from './role-tags.tsx';
import { texts } from './texts.ts';

/** The courses somebody has to pass or has passed. */
export function TrainingOfUser({ userId }: { readonly userId: string }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['identity', 'training', userId],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/users/{userId}/training', { params: { path: { userId } }, signal })),
  });
  return (
    <Card title={t('training')}>
      <Loaded query={query}>
        {({ lapsedRoles, courses }) => (
          <>
            {lapsedRoles.length > 0 && (
              <Alert
                type="warning"
                showIcon
                title={t('lapsedRoles')}
                description={<RoleTags codes={lapsedRoles} />}
                style={{ marginBottom: 16 }}
              />
            )}
            <CourseTable courses={courses} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

const tones = { valid: 'good', expiring: 'waiting', expired: 'bad', missing: 'bad' } as const;

function CourseTable({ courses }: { readonly courses: readonly TrainingInCourse[] }) {
  const t = texts.use();
  return (
    <Table<TrainingInCourse>
      rowKey="course"
      size="small"
      pagination={false}
      dataSource={courses}
      {...(courses.length > 0 && { scroll: { x: 'max-content' } })}
      locale={{ emptyText: t('noCourses') }}
      columns={[
        { title: t('course'), render: (_, { name }) => localText(name) },
        {
          title: t('certificate'),
          render: (_, { state }) => <StateTag tone={tones[state]}>{texts.word(state)}</StateTag>,
        },
        { title: t('validUntil'), render: (_, { validUntil }) => validUntil ?? '—' },
        { title: t('requiredBy'), render: (_, { requiredBy }) => <RoleTags codes={requiredBy} /> },
        { title: t('attendedOn'), render: (_, { attendedOn }) => listText(attendedOn) || '—' },
        {
          title: t('lastScore'),
          render: (_, { assessments: [last] }) => (last ? `${last.score} / ${last.passingScore}` : '—'),
        },
      ]}
    />
  );
}
