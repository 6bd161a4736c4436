import { useInfiniteQuery } from '@tanstack/react-query';
import { Flex, Segmented, Table } from 'antd';
import { More } from '../../patterns/more.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { localText } from '../../format/names.ts';
import { useLocale } from '../../texts/use-locale.ts';
import type { Row } from './import-table.tsx';
import { MadeOf } from './made-of.tsx';
import { importsRoute } from './routes.ts';
import type { ImportRow, RowState } from './sources.ts';
import { texts } from './texts.ts';

const states: readonly RowState[] = ['created', 'present', 'refused'];

/** What became of each row, part by part; which ones is in the address. */
export function ImportRows({ row }: { readonly row: Row }) {
  const t = texts.use();
  const search = importsRoute.useSearch();
  const navigate = importsRoute.useNavigate();
  const state = states.find((one) => one === search.rows);
  const query = useInfiniteQuery({
    queryKey: [row.source.service, 'import', row.id, 'rows', state ?? 'all'],
    queryFn: ({ pageParam: after, signal }) => row.source.rows({ importId: row.id, state, after }, signal),
    initialPageParam: null as number | null, // the first part begins after no row
    getNextPageParam: ({ next }) => next,
    refetchInterval: row.state === 'running' ? 1_500 : false,
  });
  const rows = query.data?.pages.flatMap((part) => part.rows) ?? [];
  return (
    <Flex vertical gap="small">
      <Segmented
        aria-label={t('rows')}
        value={state ?? 'all'}
        options={['all' as const, ...states].map((value) => ({
          value,
          label: value === 'all' ? t('allRows') : stateText(value, row),
        }))}
        onChange={(value) => {
          const { rows: _before, ...others } = search;
          void navigate({ search: value === 'all' ? others : { ...others, rows: value }, replace: true });
        }}
      />
      <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />
      <Rows rows={rows} of={row} loading={query.isPending} />
      <More query={query} />
    </Flex>
  );
}

function Rows({
  rows,
  of,
  loading,
}: {
  readonly rows: readonly ImportRow[];
  readonly of: Row;
  readonly loading: boolean;
}) {
  const t = texts.use();
  return (
    <Table<ImportRow>
      rowKey="row"
      size="small"
      pagination={false}
      loading={loading}
      dataSource={rows}
      locale={{ emptyText: loading ? ' ' : t('noRows') }}
      columns={[
        { title: t('row'), dataIndex: 'row', align: 'end', width: 72 },
        {
          title: t('state'),
          width: 120,
          render: (_, { state }) => <StateTag tone={tones[state]}>{stateText(state, of)}</StateTag>,
        },
        {
          title: t('remark'),
          render: (_, { state, madeId, problems }) => (
            <Flex vertical gap={4}>
              {state === 'created' && madeId && <MadeOf kind={of.kind} id={madeId} />}
              {problems.map((problem) => (
                <Problem
                  key={`${problem.column.zh} ${problem.rule} ${problem.message.zh}`}
                  problem={problem}
                />
              ))}
            </Flex>
          ),
        },
      ]}
    />
  );
}

function Problem({
  problem: { column, message, ...problem },
}: {
  readonly problem: ImportRow['problems'][number];
}) {
  const t = texts.use();
  useLocale();
  const place = column.zh === '' ? '' : `${localText(column)}${t('colon')}`;
  if ('about' in problem && problem.about !== undefined)
    return (
      <span>
        {problem.rule === 'same-name-and-birth-date' ? t('nameAndBirthDateOf') : `${place}${t('alsoOf')}`}{' '}
        <MadeOf kind="customers" id={problem.about} />
      </span>
    );
  return (
    <span>
      {place}
      {localText(message)}
    </span>
  );
}

const tones: Readonly<Record<RowState, Tone>> = {
  waiting: 'going',
  created: 'good',
  present: 'waiting',
  refused: 'bad',
};

const words = {
  waiting: 'rowWaiting',
  created: 'rowCreated',
  present: 'rowPresent',
  refused: 'rowRefused',
} as const;

/** Products and departures are there by their code; of customers one cannot be so sure. */
function stateText(state: RowState, { dryRun, kind }: Pick<Row, 'dryRun' | 'kind'>): string {
  if (state === 'created' && dryRun) return texts.say('rowWouldCreate');
  if (state === 'present' && kind === 'customers') return texts.say('rowDuplicate');
  return texts.say(words[state]);
}
