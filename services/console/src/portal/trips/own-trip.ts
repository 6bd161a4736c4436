import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';

const of = (orderId: string) => ({ params: { query: { orderId, limit: 20 } } });

/** The trip of an order: its days, its group, who guides it. */
export function useOwnTrip(orderId: string) {
  const enabled = useMay()('itinerary.own-trip.read');
  return useQuery({
    queryKey: ['itinerary', 'plan', 'own', orderId],
    queryFn: ({ signal }) =>
      answer(api.itinerary.GET('/v1/own-trips/{orderId}', { params: { path: { orderId } }, signal })),
    enabled,
    // Its days, its group and its guide change with nouns that customers are not told of.
    refetchInterval: 60_000,
  });
}

export function useOwnContracts(orderId: string) {
  const enabled = useMay()('itinerary.own-contract.read');
  return useQuery({
    queryKey: ['itinerary', 'contract', 'own', orderId],
    queryFn: async ({ signal }) =>
      (await answer(api.itinerary.GET('/v1/own-contracts', { ...of(orderId), signal }))).contracts,
    enabled,
  });
}

/** Plans that were sent to the customer of an order, the newest first. */
export function useOwnProposals(orderId: string) {
  const enabled = useMay()('itinerary.own-plan.read');
  return useQuery({
    queryKey: ['itinerary', 'plan-proposal', 'own', orderId],
    queryFn: async ({ signal }) =>
      (await answer(api.itinerary.GET('/v1/own-plan-proposals', { ...of(orderId), signal }))).planProposals,
    enabled,
  });
}

/** The questionnaire of an order; null as long as there is none. */
export function useOwnSurvey(orderId: string) {
  const enabled = useMay()('crm.own-survey.read');
  return useQuery({
    queryKey: ['crm', 'survey', 'own'],
    queryFn: async ({ signal }) => (await answer(api.crm.GET('/v1/own-surveys', { signal }))).surveys,
    select: (surveys) => surveys.find((survey) => survey.orderId === orderId) ?? null,
    enabled,
  });
}

export function useOwnInvoices(orderId: string) {
  const enabled = useMay()('finance.own-money.read');
  return useQuery({
    queryKey: ['finance', 'invoice', 'own', orderId],
    queryFn: async ({ signal }) =>
      (await answer(api.finance.GET('/v1/own-invoices', { ...of(orderId), signal }))).invoices,
    enabled,
  });
}

/** What the customer has paid, and what goes or has gone back. */
export function useOwnMoney(orderId: string) {
  const enabled = useMay()('finance.own-money.read');
  return useQuery({
    queryKey: ['finance', 'payment', 'own', orderId],
    queryFn: async ({ signal }) => {
      const [{ payments }, { refunds }] = await Promise.all([
        answer(api.finance.GET('/v1/own-payments', { ...of(orderId), signal })),
        answer(api.finance.GET('/v1/own-refunds', { ...of(orderId), signal })),
      ]);
      return { payments, refunds };
    },
    enabled,
  });
}
