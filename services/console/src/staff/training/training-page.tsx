import { Link } from '@tanstack/react-router';
import { Button, Card, Table } from 'antd';
import { useState } from 'react';
import type { Course } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { useCourses } from '../../names/courses.tsx';
import { AddressTabs } from '../../patterns/address-tabs.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { RoleTags } from '../users/role-tags.tsx';
import { TrainingOfUser } from '../users/training-of-user.tsx';
import { CourseForm } from './course-form.tsx';
import { Due } from './due.tsx';
import { trainingRoute } from './routes.ts';
import { texts } from './texts.ts';
import '../../patterns/tables.css';

/** Courses, who has to pass them soon, and one's own. */
export function TrainingPage() {
  const t = texts.use();
  const may = useMay();
  const me = useMe().user.id;
  const { tab } = trainingRoute.useSearch();
  const navigate = trainingRoute.useNavigate();
  const [defining, setDefining] = useState(false);
  const define = may('identity.course.define') && (
    <Button type="primary" onClick={() => setDefining(true)}>
      {t('define')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={define}>
      <AddressTabs
        open={tab}
        onOpen={(key) => void navigate({ search: { tab: key }, replace: true })}
        tabs={[
          { key: 'courses', label: t('courses'), content: <Courses /> },
          ...(may('identity.training.read')
            ? [
                { key: 'due', label: t('due'), content: <Due /> },
                { key: 'own', label: t('own'), content: <TrainingOfUser userId={me} /> },
              ]
            : []),
        ]}
      />
      <CourseForm course={undefined} open={defining} onClose={() => setDefining(false)} />
    </Page>
  );
}

function Courses() {
  const t = texts.use();
  return (
    <Card>
      <Loaded query={useCourses()}>
        {(courses) => (
          <Table<Course>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={courses}
            {...(courses.length > 0 && { scroll: { x: 'max-content' } })}
            locale={{ emptyText: t('noCourses') }}
            columns={[
              {
                title: t('course'),
                render: (_, { code, name }) => (
                  <Link to="/training/$courseCode" params={{ courseCode: code }}>
                    {localText(name)}
                  </Link>
                ),
              },
              { title: t('code'), dataIndex: 'code' },
              { title: t('forRoles'), render: (_, { roles }) => <RoleTags codes={roles} /> },
              { title: t('mandatory'), render: (_, { mandatory }) => (mandatory ? t('yes') : t('no')) },
              { title: t('passingScore'), dataIndex: 'passingScore', align: 'end' },
              {
                title: t('validity'),
                align: 'end',
                render: (_, { validityMonths }) => t('months', { months: validityMonths }),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
