import { events } from '@yitu/contracts';
import { reaction, type Reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';

/** Beside what the directory keeps of branches, and after it. */
async function noteKind(uow: UnitOfWork, { branchId, kind }: { branchId: string; kind: string }) {
  await uow.rows('update booking.branches set kind = ? where agency_id = ? and id = ?', [
    kind,
    uow.agencyId,
    branchId,
  ]);
}

/** Keep at hand whose branches are franchises. */
export const branchKindReactions: readonly Reaction[] = [
  reaction(events.branchOpened, noteKind),
  reaction(events.branchChanged, noteKind),
];
