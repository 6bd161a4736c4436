import { addDays } from '@yitu/kernel';
import { newTraceId, until, type Api } from '../api.ts';
import { todayOf, type Cast, type Stage } from '../cast.ts';

/** Who makes what the office has to show, and where. */
export interface Office {
  readonly stage: Stage;
  readonly cast: Cast;
}

export interface Sold {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly total: { readonly amount: string; readonly currency: string };
}

/** Enters a customer at the seller's branch, unless an interrupted attempt has. @param mark makes the number their own @returns their id */
export async function enterPerson(seller: Api, zh: string, en: string, mark: string): Promise<string> {
  const phone = `+86137${mark}`;
  const { customers } = await seller.get<{ customers: { id: string }[] }>(
    `/api/crm/v1/customers?phone=${encodeURIComponent(phone)}`,
  );
  const [known] = customers;
  if (known) return known.id;
  const { id } = await seller.post<{ id: string }>('/api/crm/v1/customers', {
    ...{ kind: 'person', name: { zh, en }, phone },
    ...{ email: `${en.toLowerCase().replaceAll(' ', '.')}@customer.example` },
    ...{ source: 'walk-in', category: 'regular', locale: 'zh' },
  });
  return id;
}

interface Departure {
  readonly id: string;
  readonly departsOn: string;
  readonly remaining: number;
  readonly state: string;
}

/** A departure that seats are sold of, the first one in so many days or later. */
export async function departureIn({ stage, cast }: Office, days: number): Promise<string> {
  const from = addDays(todayOf(stage), days);
  const { departures } = await cast
    .as('reviewer', newTraceId())
    .get<{ departures: Departure[] }>(`/api/booking/v1/departures?limit=100&from=${from}`);
  const [first] = departures
    .filter(({ state, remaining }) => state === 'open' && remaining > 4)
    .toSorted((one, other) => (one.departsOn < other.departsOn ? -1 : 1));
  if (!first) throw new Error(`nothing departs after ${from}`);
  return first.id;
}

/** Two adults of a departure, as the order is placed. */
export const sell = (seller: Api, customerId: string, departureId: string): Promise<Sold> =>
  seller.post<Sold>('/api/booking/v1/orders', {
    ...{ customerId, departureId, counts: [{ category: 'adult', count: 2 }] },
  });

/** The same, approved by somebody else. */
export async function sellApproved(
  { cast }: Office,
  seller: Api,
  customerId: string,
  departureId: string,
): Promise<Sold> {
  const { id, version } = await sell(seller, customerId, departureId);
  const reviewer = cast.as('reviewer', seller.traceId);
  return reviewer.post<Sold>(`/api/booking/v1/orders/${id}/approval`, {}, version);
}

/** The same, paid and confirmed. */
export async function sellPaid(
  office: Office,
  seller: Api,
  customerId: string,
  departureId: string,
): Promise<Sold> {
  const { id, number, total } = await sellApproved(office, seller, customerId, departureId);
  const finance = office.cast.as('finance', seller.traceId);
  await finance.post('/api/finance/v1/payments', {
    ...{ orderId: id, amount: total, method: 'bank-transfer' },
    ...{ receivedOn: todayOf(office.stage), reference: number },
  });
  return until(`order ${number} to be paid`, async () => {
    const order = await finance.get<Sold & { paid: Sold['total'] }>(`/api/booking/v1/orders/${id}`);
    return order.state === 'confirmed' && order.paid.amount === total.amount ? order : undefined;
  });
}
