import { events } from '@yitu/contracts';
import { branchForNew } from '@yitu/directory';
import { today } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { lookAgain, lookAtGroup } from '../../group-decisions/on-group-decision-due.ts';
import { listPrice } from '../../products/list-price.ts';
import { Departure } from '../departure.ts';
import { viewOf } from '../read-departures.ts';
import { checkChange } from './check-change.ts';
import type { Read } from './close-departure.ts';

interface Change extends Read {
  readonly departsOn: string;
  readonly returnsOn: string;
  readonly cutOffDays: number;
  readonly minimumGroup: number;
  readonly operatingBranchId?: string | undefined;
  readonly note: string;
}

/**
 * Changes what was scheduled; the days on which its group is looked at and its sale ends follow. @throws what checkChange throws,
 * request/out-of-reach, directory/no-such-branch, branch-closed
 */
export const changeDeparture = command(
  { permission: 'booking.departure.change' },
  async (uow, { departureId, version, operatingBranchId, ...wish }: Change) => {
    const departure = await uow.lock(Departure, departureId, version);
    const { departsOn, minimumGroup } = departure;
    checkChange(departure, wish, await isUntouched(uow, departure), today(uow.now, departure.timeZone));
    if (operatingBranchId !== undefined && operatingBranchId !== departure.operatingBranchId)
      departure.operatingBranchId = await branchForNew(uow, 'booking.departure.change', operatingBranchId);
    Object.assign(departure, wish);
    tell(uow, departure);
    if (departsOn !== departure.departsOn) await lookAnew(uow, departure);
    else if (minimumGroup !== departure.minimumGroup) await lookAgain(uow, departure);
    await uow.em.flush();
    await listPrice(uow, departure.productId);
    return viewOf(uow, departure);
  },
);

function tell(uow: UnitOfWork, departure: Departure): void {
  const { id: departureId, departsOn, returnsOn, timeZone, cutOffDays, minimumGroup } = departure;
  uow.publish(departure, events.departureChanged, {
    ...{ departureId, departsOn, returnsOn, timeZone, cutOffDays, minimumGroup },
    operatingBranchId: departure.operatingBranchId ?? '',
  });
}

/** The group of a departure that leaves on another day is looked at on other days: that it was below its minimum said something of the old ones. */
async function lookAnew(uow: UnitOfWork, departure: Departure): Promise<void> {
  if (departure.groupStanding === 'guaranteed') return;
  departure.groupStanding = 'undecided';
  await lookAtGroup(uow, departure);
}

/** Whether nobody counts on the dates of a locked departure: nothing of it is sold, held, quoted, waited for or taken of allotments. */
async function isUntouched(uow: UnitOfWork, { id, capacity, remaining }: Departure): Promise<boolean> {
  if (remaining < capacity) return false;
  const about = [uow.agencyId, id];
  const [found] = await uow.rows<{ touched: boolean }>(
    `select exists (select from booking.quotations where agency_id = ? and departure_id = ? and state in ('draft', 'sent', 'accepted'))
       or exists (select from booking.waiting_entries where agency_id = ? and departure_id = ? and state in ('waiting', 'offered'))
       or exists (select from booking.allotment_takings where agency_id = ? and departure_id = ? and ended_at is null) as touched`,
    [...about, ...about, ...about],
  );
  return found?.touched !== true;
}
