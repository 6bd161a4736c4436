import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';

/** Those who travel with a customer, for whoever may know them. */
export function useTravellers(customerId: string | undefined) {
  const may = useMay()('crm.traveller.read');
  return useQuery({
    queryKey: ['crm', 'traveller', customerId],
    enabled: may && customerId !== undefined,
    queryFn: async ({ signal }) => {
      const { travellers } = await answer(
        api.crm.GET('/v1/customers/{customerId}/travellers', {
          params: { path: { customerId: customerId ?? '' }, query: { limit: 100 } },
          signal,
        }),
      );
      return travellers;
    },
  });
}
