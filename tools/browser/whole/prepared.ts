import { randomInt } from 'node:crypto';
import { addDays } from '@yitu/kernel';
import { assemble, todayOf, type Cast } from '../../story/cast.ts';
import { newTraceId } from '../../story/api.ts';
import type { BrowserStage } from '../stage.ts';

/** A departure of today with ten seats that nobody else orders, made by those whose work that is. */
export interface Prepared {
  readonly cast: Cast;
  readonly productId: string;
  readonly departureId: string;
  readonly groupNumber: string;
  readonly productName: { readonly zh: string; readonly en: string };
}

/** Schedules a departure of a product of its own: what a test finds there is its own. */
export async function prepareDeparture({ stage, agency }: BrowserStage): Promise<Prepared> {
  const cast = await assemble(stage, agency);
  const manager = cast.as('reviewer', newTraceId());
  const mark = String(randomInt(1e6)).padStart(6, '0');
  const productName = { zh: `西湖半日游${mark}`, en: `Half a day on the West Lake ${mark}` };
  const { id: productId } = await manager.post<{ id: string }>('/api/booking/v1/products', {
    kind: 'day-trip',
    name: productName,
    summary: { zh: '游船与龙井问茶', en: 'By boat, and tea at Longjing' },
    destinationCountry: 'CN',
    destinationCity: '杭州',
    days: 1,
    themes: ['nature'],
  });
  const groupNumber = `XH-${todayOf(stage)}-${mark}`;
  const date = todayOf(stage);
  const { id: departureId } = await manager.post<{ id: string }>('/api/booking/v1/departures', {
    ...{ productId, groupNumber, departsOn: date, returnsOn: date, capacity: 10, currency: 'CNY' },
    prices: [{ travellerCategory: 'adult', customerCategory: '*', amount: '26000' }],
  });
  return { cast, productId, departureId, groupNumber, productName };
}

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

export interface PlacedOrder extends Versioned {
  readonly number: string;
}

/** An order of one adult, placed by sales; it waits for its review. */
export async function placeOrder({ cast, departureId }: Prepared): Promise<PlacedOrder> {
  const sales = cast.as('sales', newTraceId());
  const { customers } = await sales.get<{ customers: { id: string }[] }>('/api/crm/v1/customers?limit=1');
  return sales.post<PlacedOrder>('/api/booking/v1/orders', {
    customerId: customers[0]?.id,
    departureId,
    counts: [{ category: 'adult', count: 1 }],
  });
}

/** The agency answers the request of a product: two seats, and something off. */
export async function answerRequest(
  { stage }: BrowserStage,
  { cast, productId, departureId }: Prepared,
): Promise<void> {
  const sales = cast.as('sales', newTraceId());
  const { requests } = await sales.get<{ requests: { id: string; customerId: string }[] }>(
    `/api/booking/v1/quotation-requests?productId=${productId}`,
  );
  const [asked] = requests;
  const quotation = await sales.post<Versioned>('/api/booking/v1/quotations', {
    ...{ customerId: asked?.customerId, quotationRequestId: asked?.id, departureId },
    validUntil: addDays(todayOf(stage), 20),
    counts: [{ category: 'adult', count: 2 }],
    discounts: [{ kind: 'fixed', value: '4000', name: { zh: '老客户优惠', en: 'For returning guests' } }],
  });
  await sales.post(`/api/booking/v1/quotations/${quotation.id}/sending`, {}, quotation.version);
}

/** Somebody else orders all ten seats. */
export async function fillUp({ cast, departureId }: Prepared): Promise<void> {
  const sales = cast.as('sales', newTraceId());
  const { customers } = await sales.get<{ customers: { id: string }[] }>('/api/crm/v1/customers?limit=1');
  const counts = [{ category: 'adult', count: 10 }];
  await sales.post('/api/booking/v1/orders', { customerId: customers[0]?.id, departureId, counts });
}

/** A larger coach: two seats more. */
export async function makeRoom({ cast, departureId }: Prepared): Promise<void> {
  const manager = cast.as('reviewer', newTraceId());
  const path = `/api/booking/v1/departures/${departureId}`;
  const { version } = await manager.get<Versioned>(path);
  await manager.put(`${path}/capacity`, { capacity: 12 }, version);
}

/** Sends the customer of an order a plan of the day to answer. @param earlier the plan it takes the place of @param from when the day begins */
export async function sendPlan(
  { cast, departureId }: Prepared,
  orderId: string,
  { earlier, from = '09:00' }: { readonly earlier?: Versioned; readonly from?: string } = {},
): Promise<Versioned> {
  const title = { zh: '湖上半日', en: 'Half a day on the lake' };
  const text = { zh: '手划船游湖', en: 'By rowing boat' };
  const days = [{ day: 1, title, segments: [{ kind: 'sight', text, from, to: '11:30' }] }];
  const plans = '/api/itinerary/v1/plans';
  const manager = cast.as('reviewer', newTraceId());
  const plan = await (earlier
    ? manager.put<Versioned>(`${plans}/${earlier.id}`, { title, days }, earlier.version)
    : manager.post<Versioned>(plans, { departureId, title, days }));
  const sales = cast.as('sales', newTraceId());
  await sales.post(`${plans}/${plan.id}/proposals`, { orderId }, plan.version);
  return plan;
}
