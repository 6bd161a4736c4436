import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { TrainingDue } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { CourseName } from '../../names/courses.tsx';
import { BranchName, useBranches, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { trainingRoute } from './routes.ts';
import { texts } from './texts.ts';

/** How far one looks ahead. */
const within = 60;

interface Row extends TrainingDue {
  readonly id: string;
}

/** Whose certificates are missing or end soon. */
export function Due() {
  const t = texts.use();
  const search = trainingRoute.useSearch();
  const navigate = trainingRoute.useNavigate();
  const branches = useBranches().data ?? [];
  const { tab: _tab, ...filters } = search;
  return (
    <List<Row, 'branchId'>
      label={t('due')}
      queryKey={['identity', 'training']}
      load={async (query, signal) => {
        const { due, next } = await answer(
          api.identity.GET('/v1/training/due', {
            params: { query: { ...query, within, limit: pageSize } },
            signal,
          }),
        );
        return { rows: due.map((one) => ({ ...one, id: one.userId })), next };
      }}
      columns={useColumns()}
      filters={[
        {
          name: 'branchId',
          label: t('branch'),
          input: branches.map(({ id, name }) => ({ value: id, label: localText(name) })),
        },
      ]}
      search={filters}
      onSearch={(next) => void navigate({ search: { ...next, tab: 'due' } })}
    />
  );
}

const tones = { valid: 'good', expiring: 'waiting', expired: 'bad', missing: 'bad' } as const;

function useColumns(): Column<Row>[] {
  const t = texts.use();
  const may = useMay();
  return [
    {
      title: t('who'),
      render: (_, { userId }) =>
        may('identity.user.read') ? (
          <Link to="/users/$userId" params={{ userId }} search={{ tab: 'training' }}>
            <UserName id={userId} />
          </Link>
        ) : (
          <UserName id={userId} />
        ),
    },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    {
      title: t('courses'),
      render: (_, { courses }) => (
        <Flex vertical gap={4}>
          {courses.map(({ course, state, validUntil }) => (
            <span key={course}>
              <CourseName code={course} /> <StateTag tone={tones[state]}>{texts.word(state)}</StateTag>{' '}
              {validUntil}
            </span>
          ))}
        </Flex>
      ),
    },
  ];
}
