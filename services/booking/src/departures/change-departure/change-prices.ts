import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { checkPrices } from '../../pricing/check-prices.ts';
import type { Price } from '../../pricing/price.ts';
import { Departure, DeparturePrice, priceView } from '../departure.ts';
import { listPrice } from '../../products/list-price.ts';
import { viewOf } from '../read-departures.ts';
import type { Read } from './close-departure.ts';
import { checkNotCancelled } from './decide.ts';

type Prices = readonly Static<typeof Price>[];

/**
 * Sets the prices of the seats that are not sold yet: orders have theirs in their lines.
 * @throws booking/departure-wrong-state, adult-price-missing, price-twice
 */
export const changePrices = command(
  { permission: 'booking.departure.change' },
  async (uow, { departureId, version, prices }: Read & { readonly prices: Prices }) => {
    checkPrices(prices, '/body/prices');
    const departure = await uow.lock(Departure, departureId, version);
    checkNotCancelled(departure);
    const earlier = await uow.find(DeparturePrice, { departureId });
    await replace(uow, departureId, prices);
    uow.audit({
      ...{ objectType: 'Departure', objectId: departureId, change: 'update' },
      ...{ before: { prices: earlier.map(priceView) }, after: { prices } },
    });
    uow.publish(departure, events.departurePricesChanged, { departureId, currency: departure.currency });
    await uow.em.flush();
    await listPrice(uow, departure.productId);
    return viewOf(uow, departure);
  },
);

async function replace(uow: UnitOfWork, departureId: string, prices: Prices): Promise<void> {
  await uow.rows('delete from booking.departure_prices where agency_id = ? and departure_id = ?', [
    uow.agencyId,
    departureId,
  ]);
  await uow.rows(
    `insert into booking.departure_prices (agency_id, departure_id, traveller_category, customer_category, channel, amount)
     select ?, ?, "travellerCategory", "customerCategory", channel, amount
     from jsonb_to_recordset(?) as price ("travellerCategory" text, "customerCategory" text, channel text, amount bigint)`,
    [uow.agencyId, departureId, JSON.stringify(prices)],
  );
}
