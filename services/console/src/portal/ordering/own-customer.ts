import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** Whose account this is, among the agency's customers; null for the seconds until they are entered. */
export const useOwnCustomer = () =>
  useQuery({
    queryKey: ['crm', 'customer', 'own'],
    queryFn: async ({ signal }) => (await answer(api.crm.GET('/v1/own-customer', { signal }))).customer,
    staleTime: 300_000,
  });

/** Everybody this customer has entered as travelling with them. @param customerId undefined until it is known */
export const useOwnTravellers = (customerId: string | undefined) =>
  useQuery({
    queryKey: ['crm', 'traveller', 'own'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.crm.GET('/v1/customers/{customerId}/travellers', {
            params: { path: { customerId: customerId ?? '' }, query: { limit: 100 } },
            signal,
          }),
        )
      ).travellers,
    enabled: customerId !== undefined,
  });

/** The documents of all of them, their numbers masked. */
export const useOwnDocuments = () =>
  useQuery({
    queryKey: ['crm', 'document', 'own'],
    queryFn: async ({ signal }) =>
      (await answer(api.crm.GET('/v1/own-documents', { params: { query: { limit: 100 } }, signal })))
        .documents,
  });
