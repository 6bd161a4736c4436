import { useQueries } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { isPhoneLike } from '../../format/phones.ts';
import { useMay } from '../../session/me.ts';
import { orderStates } from '../selling/words.ts';
import { isFailure } from './is-failure.ts';
import type { texts } from './texts.ts';

export interface Finding {
  readonly href: string;
  readonly title: string;
  readonly detail: string;
  /** Whose it is. */
  readonly customerId?: string;
}

interface Search {
  readonly label: Parameters<typeof texts.say>[0];
  readonly allowed: boolean;
  readonly find: (text: string, signal: AbortSignal) => Promise<Finding[]>;
}

const limit = 5;

/** What a text may be: the last digits of a number, a number with digits and something else in it, a phone. */
const looks = {
  phone: isPhoneLike,
  digits: (text: string) => /^\d{1,9}$/.test(text),
  number: (text: string) => /\d/.test(text) && /[A-Za-z-]/.test(text),
};

async function findOrders(text: string, signal: AbortSignal): Promise<Finding[]> {
  const by = looks.phone(text)
    ? [{ phone: text }]
    : looks.digits(text)
      ? [{ numberPart: text }]
      : looks.number(text)
        ? [{ numberPart: text }, { number: text.toUpperCase() }, { groupNumber: text.toUpperCase() }]
        : [{ customerName: text }];
  const parts = await Promise.all(
    by.map(async (query) => {
      const asked = { params: { query: { ...query, limit } }, signal };
      return (await answer(api.booking.GET('/v1/orders', asked))).orders;
    }),
  );
  const orders = new Map(parts.flat().map((order) => [order.id, order]));
  return [...orders.values()].map(({ id, number, customerId, state }) => ({
    ...{ href: `/orders/${id}`, title: number, detail: orderStates.word(state), customerId },
  }));
}

async function findDepartures(text: string, signal: AbortSignal): Promise<Finding[]> {
  const asked = { params: { query: { groupNumber: text, limit } }, signal };
  const { departures } = await answer(api.booking.GET('/v1/departures', asked));
  return departures.map(({ id, groupNumber, departsOn }) => ({
    href: `/departures/${id}`,
    title: groupNumber,
    detail: departsOn,
  }));
}

async function findCustomers(text: string, signal: AbortSignal): Promise<Finding[]> {
  const query = looks.phone(text) ? { phone: text } : text.includes('@') ? { email: text } : { q: text };
  const asked = { params: { query: { ...query, limit } }, signal };
  const { customers } = await answer(api.crm.GET('/v1/customers', asked));
  return customers.map(({ id, displayName, phone, email }) => ({
    href: `/customers/${id}`,
    title: displayName,
    detail: phone ?? email ?? '',
  }));
}

/** Everything a text leads to, of what one may see. A search that is refused (half a phone number) finds nothing. */
export function useFindings(text: string): {
  groups: { label: Search['label']; found: readonly Finding[] }[];
  searching: boolean;
  /** Where some of it could not be searched. */
  problem: unknown;
} {
  const may = useMay();
  const searches: readonly Search[] = [
    { label: 'orders', allowed: may('booking.order.read'), find: findOrders },
    { label: 'departures', allowed: may('booking.departure.read'), find: findDepartures },
    { label: 'customers', allowed: may('crm.customer.read'), find: findCustomers },
  ];
  const asked = useQueries({
    queries: searches.map(({ label, allowed, find }) => ({
      queryKey: ['search', label, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(text, signal),
      enabled: allowed && text.length > 1,
      retry: false,
    })),
  });
  return {
    groups: searches.flatMap(({ label }, index) => {
      const found = asked[index]?.data ?? [];
      return found.length > 0 ? [{ label, found }] : [];
    }),
    searching: asked.some(({ isFetching }) => isFetching),
    problem: asked.map(({ error }) => error).find(isFailure),
  };
}
