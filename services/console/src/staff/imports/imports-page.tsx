import { useQueries } from '@tanstack/react-query';
import { Flex } from 'antd';
import { Page } from '../../patterns/page.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useMay } from '../../session/me.ts';
import { importSources } from './all-sources.ts';
import { ImportTable, type Row } from './import-table.tsx';
import { LookAtImport } from './look-at-import.tsx';
import { importsRoute } from './routes.ts';
import { StartImport } from './start-import.tsx';
import { texts } from './texts.ts';

/** Tables taken in row by row: begun here, worked through in the background, found again here. */
export function ImportsPage() {
  const t = texts.use();
  const may = useMay();
  const { kind, import: looked } = importsRoute.useSearch();
  const navigate = importsRoute.useNavigate();
  const sources = importSources.filter(({ read }) => may(read));
  const found = useQueries({
    queries: sources.map(({ service, list }) => ({
      queryKey: [service, 'import'],
      queryFn: ({ signal }: { signal: AbortSignal }) => list(signal),
      // Looked at again while one is under way; not while nobody looks.
      refetchInterval: ({ state }: { state: { data?: readonly { state: string }[] | undefined } }) =>
        state.data?.some((one) => one.state === 'running') ? 1_500 : false,
    })),
  });
  const rows = found
    .flatMap(({ data }, index): Row[] => {
      const source = sources[index];
      return source && data ? data.map((one) => ({ ...one, source })) : [];
    })
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return (
    <Page title={t('title')} subtitle={t('why')}>
      <Flex vertical gap="middle">
        <StartImport />
        {found.map(({ error, refetch }, index) => (
          <ProblemAlert key={sources[index]?.service} problem={error} onRetry={() => void refetch()} />
        ))}
        <ImportTable rows={rows} waiting={found.some(({ isPending }) => isPending)} />
      </Flex>
      <LookAtImport
        row={rows.find(({ id }) => id === looked)}
        onClose={() => void navigate({ search: kind === undefined ? {} : { kind } })}
      />
    </Page>
  );
}
