import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';

export const waitingEntry = ['booking', 'waiting-entry'] as const;

/** All that the customer waits for or has waited for, the newest first. */
export const useOwnEntries = () =>
  useInfiniteQuery({
    queryKey: [...waitingEntry, 'own'],
    queryFn: ({ pageParam: after, signal }) =>
      answer(
        api.booking.GET('/v1/own-waiting-entries', {
          params: { query: { limit: 20, ...(after !== null && { after }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null, // later pages begin at a cursor
    getNextPageParam: ({ next }) => next,
    // What becomes of one's own entries is told; that others before them have left is not.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ entries }) => entries.some((one) => one.state === 'waiting'))
        ? 60_000
        : false,
  });

/** How many offers wait for the customer; none where they may not wait for seats. */
export function useOffersOpen(): number {
  const enabled = useMay()('booking.own-waiting-list.read');
  const { data } = useQuery({
    queryKey: [...waitingEntry, 'own', 'offered'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/own-waiting-entries', {
          params: { query: { limit: 20, state: 'offered' } },
          signal,
        }),
      ),
    enabled,
  });
  return data?.entries.length ?? 0;
}
