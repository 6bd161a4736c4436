import { today, type LocalDate } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { Agency } from './agency.ts';

/** The date people at the agency write now. */
export async function agencyToday(uow: UnitOfWork): Promise<LocalDate> {
  const { timeZone } = await uow.get(Agency, uow.agencyId);
  return today(uow.now, timeZone);
}
