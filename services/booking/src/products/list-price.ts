import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { shownPrice } from '../pricing/shown-price.ts';

interface Stale {
  readonly staleAt: string;
}

/**
 * Computes anew the lowest price of a product that can still be bought, a row a currency. To be called by whatever changes dates, states or
 * prices of its departures; seats do not count, since a sold-out departure is still worth a look at the waiting list.
 * The prices of one product are computed one after the other, so that none overlooks a departure scheduled beside it.
 */
export async function listPrice(uow: UnitOfWork, productId: string, at = uow.now): Promise<void> {
  await uow.rows(`select pg_advisory_xact_lock(hashtextextended('booking.product_listings ' || ?, 0))`, [
    productId,
  ]);
  const changed = await uow.rows<Stale>(
    `with cheapest as (
       select distinct on (d.currency) d.currency, shown.amount, d.departs_on,
         (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone as stale_at
       from booking.departures d
       cross join lateral ${shownPrice} shown
       where shown.amount is not null and d.agency_id = ? and d.product_id = ? and d.state in ('open', 'guaranteed')
         and (d.departs_on - d.cut_off_days + 1)::timestamp at time zone d.time_zone > ?::timestamptz
       order by d.currency, shown.amount, d.departs_on
     ), gone as (
       delete from booking.product_listings where agency_id = ? and product_id = ? and currency not in (select currency from cheapest)
     )
     insert into booking.product_listings as listed (agency_id, product_id, currency, from_amount, departs_on, stale_at)
     select ?, ?, currency, amount, departs_on, stale_at from cheapest
     on conflict (agency_id, product_id, currency) do update
       set from_amount = excluded.from_amount, departs_on = excluded.departs_on, stale_at = excluded.stale_at
       where (listed.from_amount, listed.departs_on, listed.stale_at) is distinct from (excluded.from_amount, excluded.departs_on, excluded.stale_at)
     returning to_char(stale_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "staleAt"`,
    [uow.agencyId, productId, at.toString(), uow.agencyId, productId, uow.agencyId, productId],
  );
  for (const { staleAt } of changed)
    uow.publishLater(
      productId,
      events.listedPriceStale,
      { productId, staleAt },
      Temporal.Instant.from(staleAt),
    );
}

/**
 * The cheapest departure can no longer be bought: the next one is shown. A message about a price that was replaced meanwhile changes nothing; the
 * moment is the message's, since the clock here may be behind that of whoever sent it.
 */
export const onListedPriceStale = reaction(events.listedPriceStale, async (uow, { productId, staleAt }) => {
  const [still] = await uow.rows<{ due: boolean }>(
    `select true as due from booking.product_listings where agency_id = ? and product_id = ? and stale_at = ?::timestamptz limit 1`,
    [uow.agencyId, productId, staleAt ?? null],
  );
  if (still && staleAt) await listPrice(uow, productId, Temporal.Instant.from(staleAt));
});
