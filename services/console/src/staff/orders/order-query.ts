import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** One order with its lines, travellers and dues. */
export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['booking', 'order', orderId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/orders/{orderId}', { params: { path: { orderId } }, signal })),
  });
