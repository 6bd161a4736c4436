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
const askOrder = batched(async (ids) => (await answer(api.booking.GET('/v1/order-names', list(ids)))).orders);
const askTraveller = batched(
  async (ids) => (await answer(api.crm.GET('/v1/traveller-names', list(ids)))).travellers,
);
const askProduct = (productId: string) =>
  answer(api.booking.GET('/v1/products/{productId}', { params: { path: { productId } } }));
const askSupplier = (supplierId: string) =>
  answer(api.booking.GET('/v1/suppliers/{supplierId}', { params: { path: { supplierId } } }));
const askBranches = async () => (await answer(api.identity.GET('/v1/branches'))).branches;

/** Asked for once in a while, and only by whoever may know. */
function useName<Found>(queryKey: readonly string[], ask: () => Promise<Found>, needs: Permission) {
  const enabled = useMay()(needs);
  return useQuery({ queryKey, queryFn: ask, enabled, staleTime: 300_000 });
}

/** The name of one record, if there is one. */
function useNameOf<Found>(...of: Parameters<typeof useNameQuery<Found>>): Found | null | undefined {
  return useNameQuery(...of).data;
}

function useNameQuery<Found>(
  noun: readonly string[],
  id: string | null | undefined,
  ask: (id: string) => Promise<Found | null>,
  needs: Permission,
) {
  return useName([...noun, 'name', id ?? ''], async () => (id ? ask(id) : null), needs);
}

/** An id, or none yet: nothing is asked for what was not chosen. */
type Asked = string | null | undefined;

/** What a departure is called and when it goes; null where one may not know. */
export const useDepartureName = (id: Asked) =>
  useNameOf(['booking', 'departure'], id, askDeparture, 'booking.offer.read');

export const useCustomerName = (id: Asked): string | undefined =>
  useNameOf(['crm', 'customer'], id, askCustomer, 'crm.customer.read')?.displayName;

export const useUserName = (id: Asked): string | undefined =>
  useNameOf(['identity', 'user'], id, askUser, 'identity.colleague.read')?.displayName;

/** An order's number and whose it is; null where one may not know. */
export const useOrderName = (id: Asked) =>
  useNameOf(['booking', 'order'], id, askOrder, 'booking.order.read');

export const useProductName = (id: Asked): string | undefined => {
  const product = useNameOf(['booking', 'product'], id, askProduct, 'booking.product.read');
  return product ? localText(product.name) : undefined;
};

export const useSupplierName = (id: Asked): string | undefined => {
  const supplier = useNameOf(['booking', 'supplier'], id, askSupplier, 'booking.supplier.read');
  return supplier ? localText(supplier.name) : undefined;
};

/** What a traveller is called, as in the passport too; null where one may not know. */
const useTravellerName = (id: Asked) =>
  useNameOf(['crm', 'traveller'], id, askTraveller, 'crm.traveller.read');

/** The agency's branches, to choose from and to name. */
export const useBranches = () => useName(['identity', 'branch'], askBranches, 'identity.branch.read');

export function CustomerName({ id }: { readonly id: string }) {
  return <>{useCustomerName(id) ?? '—'}</>;
}

export function UserName({ id }: { readonly id: string }) {
  return <>{useUserName(id) ?? '—'}</>;
}

export function OrderNumber({ id }: { readonly id: string }) {
  return <>{useOrderName(id)?.number ?? '—'}</>;
}

export function TravellerName({ id }: { readonly id: string }) {
  const traveller = useTravellerName(id);
  if (!traveller) return <>—</>;
  return <>{[traveller.name, traveller.latinName].filter(Boolean).join(' · ')}</>;
}

export function BranchName({ id }: { readonly id: string }) {
  useLocale();
  const branch = useBranches().data?.find((one) => one.id === id);
  return <>{branch ? localText(branch.name) : '—'}</>;
}

/**
 * Says of an order which one it is, whose, and when it goes: `HQ-2026-000001 · 王小明 · 2026-11-22`. What one may not know, or is not to be had
 * just now, is left out: the number alone names an order.
 */
export function useOrderText() {
  const may = useMay();
  return async (order: {
    readonly number: string;
    readonly customerId: string;
    readonly departureId: string;
  }) => {
    const [customer, departure] = await Promise.allSettled([
      may('crm.customer.read') ? askCustomer(order.customerId) : null,
      may('booking.offer.read') ? askDeparture(order.departureId) : null,
    ]);
    const known = [
      customer.status === 'fulfilled' ? customer.value?.displayName : undefined,
      departure.status === 'fulfilled' ? departure.value?.departsOn : undefined,
    ];
    return [order.number, ...known.filter(Boolean)].join(' · ');
  };
}

/** `漓江竹筏一日游 · LJ-2026-11-22 · 2026-11-22` */
export const departureText = (
  departure: Pick<
    NonNullable<ReturnType<typeof useDepartureName>>,
    'productName' | 'groupNumber' | 'departsOn'
  >,
): string => [localText(departure.productName), departure.groupNumber, departure.departsOn].join(' · ');

export function DepartureName({
  id,
  stacked = false,
}: {
  readonly id: string;
  /** Below each other, for narrow columns. */
  readonly stacked?: boolean;
}) {
  useLocale();
  const departure = useDepartureName(id);
  if (!departure) return <>—</>;
  if (!stacked) return <>{departureText(departure)}</>;
  return (
    <>
      {localText(departure.productName)}
      <br />
      {departure.groupNumber} · {departure.departsOn}
    </>
  );
}
