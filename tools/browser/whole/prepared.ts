import { randomInt } from 'node:crypto';
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

interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly version: number;
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
