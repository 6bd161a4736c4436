import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Offer } from '../../api/gen/booking.ts';

/** The departure as it is offered now; null when it no longer is. @param on its day, from the link */
export function useOffer(productId: string, departureId: string, on: string | undefined) {
  return useQuery({
    queryKey: ['booking', 'departure', 'offer', departureId],
    queryFn: async ({ signal }): Promise<Offer | null> => {
      const day = on === undefined ? {} : { from: on, to: on };
      const query = { productId, limit: 100, ...day };
      const { offers } = await answer(api.booking.GET('/v1/offers', { params: { query }, signal }));
      return offers.find(({ id }) => id === departureId) ?? null;
    },
    // Seats go while one fills in.
    refetchInterval: 30_000,
  });
}
