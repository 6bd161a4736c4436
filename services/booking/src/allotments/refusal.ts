import type { DomainError } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { allotmentErrors } from './errors.ts';
import { unitsOf } from './read-calendar.ts';
import { remainingOf, stateOf, type Units } from './release-day.ts';

interface Asked {
  readonly allotmentId: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
}

/** Why units could not be taken: the first of the reasons there are, with all dates it holds for. */
export async function refusalOf(
  uow: UnitOfWork,
  asked: Asked,
  dates: readonly string[],
): Promise<DomainError> {
  const found = await unitsOf(uow, asked.allotmentId, asked);
  const known = new Set(found.map(({ date }) => date));
  const missing = dates.filter((date) => !known.has(date));
  if (missing.length > 0) return allotmentErrors.datesNotContracted({ dates: missing.join(', ') });
  const inState = (state: string) => datesOf(found.filter((one) => stateOf(one, uow.now, '') === state));
  const [stopped, released] = [inState('stopped'), inState('released')];
  if (stopped !== '') return allotmentErrors.datesStopped({ dates: stopped });
  if (released !== '') return allotmentErrors.unitsReleased({ dates: released });
  const short = datesOf(found.filter((one) => (remainingOf(one) ?? asked.quantity) < asked.quantity));
  // Somebody may have given back in between.
  return allotmentErrors.notEnoughUnits({ dates: short === '' ? dates.join(', ') : short });
}

const datesOf = (units: readonly Units[]) => units.map(({ date }) => date).join(', ');
