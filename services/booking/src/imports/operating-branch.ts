import { reachOf, type Permission } from '@yitu/access';
import { branchForNew } from '@yitu/directory';
import type { FieldProblem } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { importErrors } from './errors.ts';

/** Which branches the author of an import may let departures be operated by, as it was when it began. */
export type OperatingTerms = {
  /** The author's own, where a row names none. */
  readonly operatingBranchId: string;
  /** Whose code or name a row may say; null for every branch of the agency. */
  readonly operatingBranchIds: readonly string[] | null;
};

const permissions: readonly Permission[] = ['booking.import.start', 'booking.departure.schedule'];

/** As where one departure is scheduled; both permissions must reach a branch that is not one's own. @throws directory/branch-closed */
export async function operatingTerms(uow: UnitOfWork): Promise<OperatingTerms> {
  const { member } = uow;
  const everywhere = permissions.every((one) => reachOf(member, one) === 'agency');
  return {
    operatingBranchId: await branchForNew(uow, 'booking.departure.schedule'),
    operatingBranchIds: everywhere ? null : member.kind === 'person' ? member.branchIds : [],
  };
}

interface Named {
  readonly id: string;
  readonly code: string;
  readonly closed: boolean;
}

/**
 * The branch a row names by its code, or by its name in either language where no other is called so.
 * @param within ids of the branches it may be one of; null for all
 * @throws booking/operating-branch, whose field says by its rule why: no-such-branch, out-of-reach, several-branches, branch-closed
 */
export async function operatingBranch(
  uow: UnitOfWork,
  named: string,
  within: readonly string[] | null,
): Promise<string> {
  const found = await uow.rows<Named>(
    `select id, code, closed from booking.branches
     where agency_id = ? and (lower(code) = lower(?) or lower(name ->> 'zh') = lower(?) or lower(name ->> 'en') = lower(?))`,
    [uow.agencyId, named, named, named],
  );
  const byCode = found.filter(({ code }) => code.toLowerCase() === named.toLowerCase());
  const reached = (byCode.length > 0 ? byCode : found).filter(({ id }) => within?.includes(id) ?? true);
  const [branch, ...others] = reached;
  if (!branch) throw refused(within === null || found.length === 0 ? 'no-such-branch' : 'out-of-reach');
  if (others.length > 0) throw refused('several-branches');
  if (branch.closed) throw refused('branch-closed');
  return branch.id;
}

const messages = {
  'no-such-branch': { zh: '没有这个分支机构', en: 'There is no such branch' },
  'out-of-reach': { zh: '您的权限不包括该分支机构', en: 'is beyond the reach of your permission' },
  'several-branches': {
    zh: '多个分支机构同名，请填写编码',
    en: 'is the name of several branches: write its code',
  },
  'branch-closed': { zh: '该分支机构已关闭', en: 'is closed' },
} satisfies Record<string, FieldProblem['message']>;

const refused = (rule: keyof typeof messages) =>
  importErrors.operatingBranch({
    fields: [{ field: '/body/operatingBranch', rule, message: messages[rule] }],
  });
