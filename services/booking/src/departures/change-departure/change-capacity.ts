import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { errors } from '../../errors.ts';
import { Departure } from '../departure.ts';
import { viewOf } from '../read-departures.ts';
import { offerSeatsDue } from '../../waiting-list/give-seats-back.ts';
import { checkMinimum } from './check-change.ts';
import type { Read } from './close-departure.ts';
import { checkNotCancelled } from './decide.ts';

/**
 * Extends a departure or cuts it, down to what is sold or held. The statement that changes the seats has the condition in it: whatever is sold
 * meanwhile counts.
 * @throws booking/departure-wrong-state, minimum-above-capacity, below-sold
 */
export const changeCapacity = command(
  { permission: 'booking.departure.change' },
  async (uow, { departureId, version, capacity }: Read & { readonly capacity: number }) => {
    const departure = await uow.lock(Departure, departureId, version);
    checkNotCancelled(departure);
    checkMinimum(departure.minimumGroup, capacity, '/body/capacity');
    const [changed] = await uow.rows<{ sold: number; waitedFor: boolean }>(
      `update booking.departures set capacity = ?::integer, remaining = remaining + ?::integer - capacity
       where agency_id = ? and id = ? and capacity - remaining <= ?::integer
       returning capacity - remaining as sold, waited_for as "waitedFor"`,
      [capacity, capacity, uow.agencyId, departureId, capacity],
    );
    if (!changed) throw belowSold(departure.capacity - departure.remaining);
    const { sold, waitedFor } = changed;
    if (waitedFor) offerSeatsDue(uow, departureId);
    uow.audit({
      ...{ objectType: 'Departure', objectId: departureId, change: 'update' },
      ...{ before: { capacity: departure.capacity }, after: { capacity } },
    });
    uow.publish(departure, events.departureCapacityChanged, { departureId, capacity, sold });
    await uow.em.flush();
    await uow.em.refresh(departure); // the statement has changed it
    return viewOf(uow, departure);
  },
);

function belowSold(sold: number) {
  const message = { zh: `至少为 ${sold}`, en: `must be at least ${sold}` };
  return errors.belowSold({ sold }, { fields: [{ field: '/body/capacity', rule: 'sold', message }] });
}
