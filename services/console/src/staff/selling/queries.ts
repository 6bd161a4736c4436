import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** One departure with its seats and prices. */
export const departureQuery = (departureId: string) =>
  queryOptions({
    queryKey: ['booking', 'departure', departureId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/departures/{departureId}', { params: { path: { departureId } }, signal })),
  });

/** One product with all its texts. */
export const productQuery = (productId: string) =>
  queryOptions({
    queryKey: ['booking', 'product', productId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/products/{productId}', { params: { path: { productId } }, signal })),
  });

/** A product's departures from a day on, the next hundred. */
export const departuresQuery = (productId: string, from: string) =>
  queryOptions({
    queryKey: ['booking', 'departure', 'of-product', productId, from],
    queryFn: async ({ signal }) => {
      const { departures } = await answer(
        api.booking.GET('/v1/departures', { params: { query: { productId, from, limit: 100 } }, signal }),
      );
      return departures;
    },
  });

/** One customer. */
export const customerQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['crm', 'customer', customerId],
    queryFn: ({ signal }) =>
      answer(api.crm.GET('/v1/customers/{customerId}', { params: { path: { customerId } }, signal })),
  });
