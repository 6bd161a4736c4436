import { newId } from '@yitu/kernel';
import type { SellOut } from '../facts/facts.ts';
import { readDepartures } from '../facts/read-public.ts';
import type { History } from '../history/history.ts';
import type { LoadedAgency } from './agency.ts';
import { perform } from './perform.ts';
import { place } from './operations.ts';

interface Sale {
  readonly origin: string;
  readonly agency: LoadedAgency;
  readonly history: History;
}

/** The most seats of one order. */
const atOnce = 500;

/** Sells what is left of every departure, and tries one seat more: exactly the capacity can be sold. */
export async function sellOut(sale: Sale): Promise<SellOut[]> {
  const sold: SellOut[] = [];
  for (const { id, remaining, state } of await readDepartures(sale.agency)) {
    if (state === 'cancelled') continue; // nobody may buy there
    let left = remaining;
    while (left > 0 && (await buy(sale, id, Math.min(left, atOnce)))) left -= Math.min(left, atOnce);
    const oneMore = await buy(sale, id, 1);
    sold.push({ departureId: id, remaining, sold: remaining - left, oneMore });
  }
  return sold;
}

/** @returns whether they were sold */
async function buy({ origin, agency, history }: Sale, departureId: string, seats: number): Promise<boolean> {
  const id = newId();
  const asked = {
    method: 'POST',
    path: '/api/booking/v1/orders',
    body: {
      ...{ departureId, customerId: agency.customerIds[0], note: id },
      counts: [{ category: 'adult', count: seats }],
    },
  } as const;
  const { outcome } = await perform(
    { origin, agency, history },
    { id, client: -1, times: 1, asked, operation: place },
  );
  return outcome === 'ok';
}
