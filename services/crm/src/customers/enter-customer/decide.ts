import { reachOf, type Member } from '@yitu/access';
import type { FieldProblem } from '@yitu/kernel';
import { errors } from '../../errors.ts';

/** A customer who has something in common with the one being entered. */
export interface Suspect {
  readonly id: string;
  readonly branchId: string;
  readonly ownerId: string;
  readonly reason: 'phone' | 'email' | 'name-and-birth-date';
}

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
  const likely = suspects.filter(({ reason }) => reason !== 'name-and-birth-date');
  if (likely.length === 0 || confirmed) return;
  const ids = [...new Set(likely.map(({ id }) => id))].join(', ');
  throw errors.possibleDuplicate({ ids }, { fields: likely.map(problemOf) });
}

const problemOf = ({ id, reason }: Suspect): FieldProblem => ({
  field: `/body/${reason}`,
  rule: 'possible-duplicate',
  message: { zh: `与客户 ${id} 相同`, en: `is also that of customer ${id}` },
});
