import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';

/** What letters say of the agency they come from. */
export interface Agency {
  readonly name: { readonly zh: string; readonly en: string };
  /** IANA name. */
  readonly timeZone: string;
}

/** Keeps name and zone of the agency at hand: every letter bears them. */
export const onAgencyFounded = reaction(events.agencyFounded, async (uow, { name, timeZone }) => {
  await uow.rows(
    `insert into notifications.agencies (agency_id, name, time_zone) values (?, ?, ?)
     on conflict (agency_id) do update set name = excluded.name, time_zone = excluded.time_zone`,
    [uow.agencyId, JSON.stringify(name), timeZone],
  );
});

/** @throws notifications/agency-not-known-here while identity's message is still on its way */
export async function agencyOf(uow: UnitOfWork): Promise<Agency> {
  const [agency] = await uow.rows<Agency>(
    'select name, time_zone as "timeZone" from notifications.agencies where agency_id = ?',
    [uow.agencyId],
  );
  if (!agency) throw errors.agencyNotKnownHere();
  return agency;
}
