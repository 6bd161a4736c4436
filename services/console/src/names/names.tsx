import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { Permission } from '../api/gen/permissions.ts';
import { localText } from '../format/names.ts';
import { useMay } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';
import { batched } from './batch.ts';

const list = (ids: readonly string[]) => ({ params: { query: { ids: ids.join(',') } } });

const askCustomer = batched(
  async (ids) => (await answer(api.crm.GET('/v1/customer-names', list(ids)))).customers,
);
const askUser = batched(async (ids) => (await answer(api.identity.GET('/v1/user-names', list(ids)))).users);
const askDeparture = batched(
  async (ids) => (await answer(api.booking.GET('/v1/departure-names', list(ids)))).departures,
);
const askBranches = async () => (await answer(api.identity.GET('/v1/branches'))).branches;

/** Asked for once in a while, and only by whoever may know. */
function useName<Found>(queryKey: readonly string[], ask: () => Promise<Found>, needs: Permission) {
  const enabled = useMay()(needs);
  return useQuery({ queryKey, queryFn: ask, enabled, staleTime: 300_000 });
}

/** What a departure is called and when it goes; null where one may not know. */
export const useDepartureName = (id: string) =>
  useName(['booking', 'departure', 'name', id], () => askDeparture(id), 'booking.offer.read').data;

export const useCustomerName = (id: string): string | undefined =>
  useName(['crm', 'customer', 'name', id], () => askCustomer(id), 'crm.customer.read').data?.displayName;

export const useUserName = (id: string): string | undefined =>
  useName(['identity', 'user', 'name', id], () => askUser(id), 'identity.colleague.read').data?.displayName;

/** The agency's branches, to choose from and to name. */
export const useBranches = () => useName(['identity', 'branch'], askBranches, 'identity.branch.read');

export function CustomerName({ id }: { readonly id: string }) {
  return <>{useCustomerName(id) ?? '—'}</>;
}

export function UserName({ id }: { readonly id: string }) {
  return <>{useUserName(id) ?? '—'}</>;
}

export function BranchName({ id }: { readonly id: string }) {
  useLocale();
  const branch = useBranches().data?.find((one) => one.id === id);
  return <>{branch ? localText(branch.name) : '—'}</>;
}

/** `漓江竹筏一日游 · LJ-2026-11-22 · 2026-11-22` */
export function DepartureName({ id }: { readonly id: string }) {
  useLocale();
  const departure = useDepartureName(id);
  if (!departure) return <>—</>;
  return (
    <>
      {localText(departure.productName)} · {departure.groupNumber} · {departure.departsOn}
    </>
  );
}
