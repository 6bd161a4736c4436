import type { Reach } from '@yitu/access';
import type { FieldProblem } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { CustomerDetails } from './customer-details.ts';

/** A customer who has something in common with the one being entered. */
export interface Suspect {
  readonly id: string;
  readonly branchId: string;
  readonly ownerId: string;
  readonly reason: 'phone' | 'email' | 'name-and-birth-date';
}

/** How far somebody sees where the database does not know: for what a service does on their account. */
export interface Sight {
  readonly userId: string;
  readonly branchIds: readonly string[];
  /** Whatever is told is within each of them. */
  readonly reaches: readonly Reach[];
}

/** Phone numbers and e-mail addresses are rarely two customers'. */
export const likelyAmong = (suspects: readonly Suspect[]): Suspect[] =>
  suspects.filter(({ reason }) => reason !== 'name-and-birth-date');

/** What is told of a suspect, at the field they have in common. */
export function suspectProblem({ id, reason }: Suspect): FieldProblem {
  if (reason !== 'name-and-birth-date')
    return {
      field: `/body/${reason}`,
      rule: 'possible-duplicate',
      message: { zh: `与客户 ${id} 相同`, en: `is also that of customer ${id}` },
    };
  return {
    field: '/body/name',
    rule: 'same-name-and-birth-date',
    message: { zh: `姓名和出生日期与客户 ${id} 相同`, en: `and birth date are also those of customer ${id}` },
  };
}

/**
 * Customers with the same phone number, e-mail address, or name and birth date: of those the permission in use reaches, and, where it is given, that are
 * within somebody's sight. Each is a search of its own, so that each has its index.
 */
export function findSuspects(
  uow: UnitOfWork,
  { phone, email, birthDate, name }: CustomerDetails,
  sight?: Sight,
): Promise<Suspect[]> {
  const seen = sight?.reaches.map((reach) => within(reach, sight)) ?? [];
  return uow.rows<Suspect>(
    `select id, branch_id as "branchId", owner_id as "ownerId", reason from (
       select *, 'phone' as reason from crm.customers where agency_id = ? and phone = ?
       union all
       select *, 'email' from crm.customers where agency_id = ? and email_key = lower(?)
       union all
       select *, 'name-and-birth-date' from crm.customers where agency_id = ? and birth_date = ?::date
         and (lower(name->>'zh') = lower(?) or lower(name->>'en') = lower(?))
     ) suspect where ${['true', ...seen.map(({ sql }) => sql)].join(' and ')} order by id limit 20`,
    [
      ...[uow.agencyId, phone, uow.agencyId, email],
      ...[uow.agencyId, birthDate, name.zh ?? null, name.en ?? null],
      ...seen.flatMap(({ values }) => values),
    ],
  );
}

const within = (reach: Reach, { userId, branchIds }: Sight) =>
  ({
    agency: { sql: 'true', values: [] },
    branch: { sql: 'branch_id = any (?::uuid[])', values: [`{${branchIds.join(',')}}`] },
    own: { sql: 'owner_id = ?', values: [userId] },
  })[reach];
