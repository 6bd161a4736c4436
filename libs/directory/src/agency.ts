import { today, type LocalDate, type Texts } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { directoryErrors } from './errors.ts';

export interface Agency {
  readonly code: string;
  readonly name: Texts;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The agency the work is done for. @throws directory/agency-unknown until identity's event has arrived */
export async function agencyOf(uow: UnitOfWork): Promise<Agency> {
  const [agency] = await uow.rows<Agency>(
    `select code, name, currency, time_zone as "timeZone" from "${uow.schema}".agencies where agency_id = ?`,
    [uow.agencyId],
  );
  if (!agency) throw directoryErrors.agencyUnknown();
  return agency;
}

/** The date people at the agency write now. @throws directory/agency-unknown */
export async function agencyToday(uow: UnitOfWork): Promise<LocalDate> {
  const { timeZone } = await agencyOf(uow);
  return today(uow.now, timeZone);
}
