import { reachOf, type Member } from '@yitu/access';
import { errors } from '../../errors.ts';
import { likelyAmong, suspectProblem, type Suspect } from '../suspects.ts';

/** The suspects the caller could look up: nobody learns more by entering than by reading. */
export function visibleSuspects(member: Member, suspects: readonly Suspect[]): Suspect[] {
  const reach = reachOf(member, 'crm.customer.read');
  if (reach === 'agency') return [...suspects];
  if (reach === undefined || member.kind !== 'person') return [];
  return suspects.filter(({ branchId, ownerId }) =>
    reach === 'branch' ? member.branchIds.includes(branchId) : ownerId === member.userId,
  );
}

/**
 * Phone numbers and e-mail addresses are rarely two customers': such an entry must be confirmed. The same name and birth date is only told.
 * @throws crm/possible-duplicate naming the ids
 */
export function decideEntering(suspects: readonly Suspect[], confirmed: boolean): void {
  const likely = likelyAmong(suspects);
  if (likely.length === 0 || confirmed) return;
  const ids = [...new Set(likely.map(({ id }) => id))].join(', ');
  throw errors.possibleDuplicate({ ids }, { fields: likely.map(suspectProblem) });
}
