import { directoryErrors } from '@yitu/directory';
import type { UnitOfWork } from '@yitu/persistence';
import { agentErrors } from '../agent-prices/errors.ts';
import type { BranchKind } from './selling-channel.ts';

/** Agent prices and credit limits are for franchise branches. @throws directory/no-such-branch, booking/not-a-franchise */
export async function checkFranchise(uow: UnitOfWork, branchId: string): Promise<void> {
  const [branch] = await uow.rows<{ kind: BranchKind | null }>(
    'select kind from booking.branches where agency_id = ? and id = ?',
    [uow.agencyId, branchId],
  );
  if (!branch) throw directoryErrors.noSuchBranch();
  if (branch.kind === 'franchise') return;
  const message = { zh: '须为加盟分支', en: 'must be a franchise branch' };
  throw agentErrors.notAFranchise({ fields: [{ field: '/body/branchId', rule: 'franchise', message }] });
}
