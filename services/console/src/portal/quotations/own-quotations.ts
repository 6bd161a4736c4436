import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';

const page = (after: string | null) => ({
  params: { query: { limit: 20, ...(after !== null && { after }) } },
});

/** The quotations that were sent to the customer, the newest first. */
export const useOwnQuotations = () =>
  useInfiniteQuery({
    queryKey: ['booking', 'quotation', 'own'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.booking.GET('/v1/own-quotations', { ...page(pageParam), signal })),
    initialPageParam: null as string | null, // later pages begin at a cursor
    getNextPageParam: ({ next }) => next,
  });

/** What the customer has asked to be quoted, the newest first. */
export const useOwnRequests = () =>
  useInfiniteQuery({
    queryKey: ['booking', 'quotation-request', 'own'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.booking.GET('/v1/own-quotation-requests', { ...page(pageParam), signal })),
    initialPageParam: null as string | null, // later pages begin at a cursor
    getNextPageParam: ({ next }) => next,
  });

/** One quotation, as it was sent last. */
export const useOwnQuotation = (quotationId: string) =>
  useQuery({
    queryKey: ['booking', 'quotation', 'own', quotationId],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/own-quotations/{quotationId}', { params: { path: { quotationId } }, signal }),
      ),
  });

/** How many of the newest quotations wait for the customer's answer. */
export function useQuotationsToAnswer(): number {
  const enabled = useMay()('booking.own-quotation.read');
  const { data } = useQuery({
    queryKey: ['booking', 'quotation', 'own', 'newest'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/own-quotations', { ...page(null), signal })),
    enabled,
  });
  return data?.quotations.filter(({ state }) => state === 'sent').length ?? 0;
}
