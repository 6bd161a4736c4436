import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** One order, as it is now. */
export const useOrder = (orderId: string) =>
  useQuery({
    queryKey: ['booking', 'order', orderId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/orders/{orderId}', { params: { path: { orderId } }, signal })),
    // What changes the order is told, but not what is paid of it once it is confirmed: finance tells that, to its own.
    refetchInterval: ({ state }) => (state.data?.standing.outstanding.amount === '0' ? false : 15_000),
  });
