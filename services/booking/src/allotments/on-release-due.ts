import { events } from '@yitu/contracts';
import { newId, today } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { Allotment } from './allotment.ts';

/** When the next release day of an allotment begins that nothing was done on; there is always a message on its way for it. */
export async function nextRelease(
  uow: UnitOfWork,
  allotmentId: string,
): Promise<Temporal.Instant | undefined> {
  const [row] = await uow.rows<{ next: string | null }>(
    `select to_char(min(releases_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as next from booking.allotment_dates
     where agency_id = ? and allotment_id = ? and released_at is null and quantity is not null`,
    [uow.agencyId, allotmentId],
  );
  return row?.next ? Temporal.Instant.from(row.next) : undefined;
}

/** Sends the message that acts on the release day that begins then. */
export const releaseWhenDue = (uow: UnitOfWork, allotmentId: string, at: Temporal.Instant): void =>
  uow.publishLater(allotmentId, events.allotmentReleaseDue, { allotmentId, releasesAt: at.toString() }, at);

interface Released {
  readonly date: string;
  readonly quantity: number;
}

/**
 * A release day has begun: what nobody has taken goes back to the supplier, once, and is told. No clock is asked, the message says which dates are
 * due; it means nothing where their release days are later by now. The next message follows from the one that found something, so there is one chain.
 */
export const onReleaseDue = reaction(events.allotmentReleaseDue, async (uow, { allotmentId, releasesAt }) => {
  if (releasesAt === undefined) throw new Error('a release day begins at a moment');
  const allotment = await uow.lock(Allotment, allotmentId);
  const due = await release(uow, allotmentId, releasesAt);
  if (due.length === 0) return;
  const dates = due.filter(({ quantity }) => quantity > 0);
  if (dates.length > 0) await tell(uow, allotment, dates);
  const next = await nextRelease(uow, allotmentId);
  if (next) releaseWhenDue(uow, allotmentId, next);
});

/** One statement, on each row as it is once nobody else holds it. @returns every date that was due, with what went back */
const release = (uow: UnitOfWork, allotmentId: string, due: string): Promise<Released[]> =>
  uow.rows<Released>(
    `with due as materialized (
       select on_date from booking.allotment_dates
       where agency_id = ? and allotment_id = ? and released_at is null and quantity is not null and releases_at <= ?::timestamptz
       order by on_date for update
     ), gone as (
       update booking.allotment_dates as one set released = one.quantity - one.taken, released_at = ?::timestamptz
       from due where one.agency_id = ? and one.allotment_id = ? and one.on_date = due.on_date
       returning one.on_date, one.released
     )
     select on_date::text as date, released as quantity from gone order by on_date`,
    [uow.agencyId, allotmentId, due, uow.now.toString(), uow.agencyId, allotmentId],
  );

async function tell(uow: UnitOfWork, allotment: Allotment, dates: readonly Released[]): Promise<void> {
  const { id: allotmentId, supplierId, timeZone, name, contractNumber } = allotment;
  const [releaseId, now] = [newId(), uow.now.toString()];
  const units = dates.reduce((sum, { quantity }) => sum + quantity, 0);
  await uow.rows(
    `insert into booking.allotment_releases (agency_id, id, allotment_id, supplier_id, released_on, released_at, units, dates)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[uow.agencyId, releaseId, allotmentId, supplierId, today(uow.now, timeZone), now, units],
      JSON.stringify(dates),
    ],
  );
  uow.audit({
    objectType: 'AllotmentRelease',
    objectId: releaseId,
    change: 'create',
    after: { units, dates },
  });
  uow.publish(allotment, events.allotmentReleased, {
    ...{ allotmentId, supplierId, releaseId, dates: [...dates], name, contractNumber },
  });
}
