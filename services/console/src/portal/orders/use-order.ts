import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** One order, as it is now. */
export const useOrder = (orderId: string) =>
  useQuery({
    queryKey: ['booking', 'order', orderId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/orders/{orderId}', { params: { path: { orderId } }, signal })),
    // Reviews and payments change it elsewhere.
    refetchInterval: 15_000,
  });
