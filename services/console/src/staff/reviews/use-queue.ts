import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { ListPart } from '../../patterns/list-page.tsx';

/** How many of a kind are shown before one asks for more. */
export const shown = 50;

/** What waits, page by page. */
export const useQueue = <Row>(
  queryKey: QueryKey,
  load: (after: { readonly after?: string }, signal: AbortSignal) => Promise<ListPart<Row>>,
) =>
  useInfiniteQuery({
    queryKey: [...queryKey, 'queue'],
    queryFn: ({ pageParam, signal }) => load(pageParam === null ? {} : { after: pageParam }, signal),
    initialPageParam: null as string | null, // the first page comes after nothing
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
  });
