import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useRef, type ReactNode } from 'react';
import { FilterBar, type Filter } from './filter-bar.tsx';
import type { ListSearch } from './list-search.ts';
import { Failed, Missed } from './loaded.tsx';
import { Panel } from './panel.tsx';
import { ListRows } from './list-rows.tsx';
import type { Column } from './rows.tsx';
import { texts } from './texts.ts';
import { useReachableScroll } from './use-reachable-scroll.ts';

/** How many rows a page of a list has. */
export const pageSize = 50;

/** One page of a list as the services give it. */
export interface ListPart<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export interface ListProps<Row extends { readonly id: string }, Name extends string> {
  /** `[service, noun]`: what is read anew when one of them changes. */
  readonly queryKey: QueryKey;
  readonly load: (search: ListSearch<Name>, signal: AbortSignal) => Promise<ListPart<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly Filter<Name>[];
  readonly search: ListSearch<Name>;
  readonly onSearch: (search: ListSearch<Name>) => void;
  /** Named for those who hear the page. */
  readonly label: string;
  readonly toolbar?: ReactNode;
  /** What to do where there is nothing yet. */
  readonly empty?: ReactNode;
}

/** A list with its filters in the address, page by page from the server: a hundred thousand rows cost what fifty cost. */
export function List<Row extends { readonly id: string }, Name extends string>(props: ListProps<Row, Name>) {
  const { queryKey, load, columns, filters, search, onSearch, label, toolbar, empty } = props;
  const t = texts.use();
  const query = useQuery({
    queryKey: [...queryKey, 'list', search],
    queryFn: ({ signal }) => load(search, signal),
    placeholderData: keepPreviousData,
  });
  const box = useReachableScroll(query.data?.rows.length ?? 0);
  const { after: _after, ...chosen } = search;
  const filtered = Object.keys(chosen).length > 0;
  return (
    <Panel>
      {(filters.length > 0 || toolbar) && (
        <FilterBar
          filters={filters}
          search={search}
          onSearch={onSearch}
          waiting={query.isPending}
          extra={toolbar}
        />
      )}
      {/* What was refused may be a filter: those stay. */}
      {query.error && !query.data ? (
        <Failed problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <Missed of={[query]} />
          <section aria-label={label} aria-busy={query.isFetching} ref={box}>
            <ListRows
              name={queryKey.join('.')}
              columns={columns}
              rows={query.data?.rows ?? []}
              busy={query.isFetching}
              empty={
                !query.isPending && (
                  <div className="nothing-there">
                    <p>{filtered ? t('nothingFound') : t('empty')}</p>
                    {filtered ? <Button onClick={() => onSearch({})}>{t('clearFilters')}</Button> : empty}
                  </div>
                )
              }
            />
          </section>
        </>
      )}
      <Pager search={search} next={query.data?.next ?? null} onSearch={onSearch} />
    </Panel>
  );
}

function Pager<Name extends string>({
  search,
  next,
  onSearch,
}: Pick<ListProps<{ id: string }, Name>, 'search' | 'onSearch'> & { readonly next: string | null }) {
  const t = texts.use();
  // Cursors only lead on: where the pages before began is known to who came from there.
  const before = useRef<ListSearch<Name>[]>([]);
  const { after, ...first } = search;
  if (after === undefined) before.current = [];
  const back = () => onSearch(before.current.pop() ?? (first as ListSearch<Name>)); // the same without its page
  const forth = () => {
    before.current.push(search);
    if (next !== null) onSearch({ ...search, after: next });
  };
  if (after === undefined && next === null) return null;
  return (
    <Flex
      justify="end"
      gap="small"
      className="pager"
      component="nav"
      aria-label={t('page', { page: before.current.length + 1 })}
    >
      <Button disabled={after === undefined} onClick={back}>
        {t('previous')}
      </Button>
      <Button disabled={next === null} onClick={forth}>
        {t('next')}
      </Button>
    </Flex>
  );
}
