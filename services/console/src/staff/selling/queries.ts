import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { countList, type Counts } from './party.ts';

/** One departure with its seats and prices. */
export const departureQuery = (departureId: string) =>
  queryOptions({
    queryKey: ['booking', 'departure', departureId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/departures/{departureId}', { params: { path: { departureId } }, signal })),
  });

/** What an order of a party would cost, reckoned as orders are: for agents with what their branch has agreed. */
export const orderPriceQuery = (
  departureId: string,
  { counts, singleRooms }: { readonly counts: Counts; readonly singleRooms: number },
  customerId: string | undefined,
) => {
  const travelling = Object.fromEntries(countList(counts).map(({ category, count }) => [category, count]));
  const query = { ...travelling, singleRooms, ...(customerId && { customerId }) };
  return queryOptions({
    queryKey: ['booking', 'departure', departureId, 'order-price', query],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/departures/{departureId}/order-price', {
          params: { path: { departureId }, query },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false, // what is not sold is not sold a moment later
  });
};

/** One product with all its texts. */
export const productQuery = (productId: string) =>
  queryOptions({
    queryKey: ['booking', 'product', productId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/products/{productId}', { params: { path: { productId } }, signal })),
  });

/** A product's departures from a day on, the nearest first, a hundred at a time. */
export const departuresQuery = (productId: string, from: string) =>
  infiniteQueryOptions({
    queryKey: ['booking', 'departure', 'of-product', productId, from],
    queryFn: ({ pageParam: after, signal }) => {
      const query = { productId, from, sort: 'nearest' as const, limit: 100, ...(after && { after }) };
      return answer(api.booking.GET('/v1/departures', { params: { query }, signal }));
    },
    initialPageParam: null as string | null, // the first page comes after no departure
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ departures }) => departures),
  });
