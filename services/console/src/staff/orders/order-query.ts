import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';

/** One order with its lines, travellers and dues. */
export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['booking', 'order', orderId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/orders/{orderId}', { params: { path: { orderId } }, signal })),
  });

/** The quotation an order came from, if there is one and one may see it: its price was promised, so that it is not edited. */
export function useQuotationOf(orderId: string) {
  const enabled = useMay()('booking.quotation.read');
  return useQuery({
    queryKey: ['booking', 'quotation', 'of-order', orderId],
    enabled,
    queryFn: async ({ signal }) => {
      const { quotations } = await answer(
        api.booking.GET('/v1/quotations', { params: { query: { orderId, limit: 1 } }, signal }),
      );
      return quotations[0] ?? null;
    },
  }).data;
}
