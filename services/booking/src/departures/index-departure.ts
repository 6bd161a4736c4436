import type { UnitOfWork } from '@yitu/persistence';
import { everyEnding } from '../products/words/parts.ts';
import type { Departure } from './departure.ts';

/** Lets a stored departure be found by any part of its group number, which never changes. */
export async function indexDeparture(uow: UnitOfWork, { id, groupNumber }: Departure): Promise<void> {
  await uow.rows(
    `insert into booking.departure_endings (agency_id, departure_id, ending)
     select ?, ?, ending from jsonb_array_elements_text(?::jsonb) as ending`,
    [uow.agencyId, id, JSON.stringify([...new Set(everyEnding(groupNumber))])],
  );
}
