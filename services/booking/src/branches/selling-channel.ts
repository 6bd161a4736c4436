import { reachOf, type Member } from '@yitu/access';
import type { UnitOfWork } from '@yitu/persistence';
import type { Channel } from '../pricing/price.ts';
import { portalErrors } from '../portal/errors.ts';

export const branchKinds = ['headquarters', 'owned', 'franchise'] as const;
export type BranchKind = (typeof branchKinds)[number];

/**
 * The channel an order of a branch comes in by: franchise branches sell as agents, all others over the counter. Another one is for whoever may choose.
 * @param kind of the selling branch; null where identity has not told it: such a branch is one of the agency's own
 * @throws booking/channel-not-yours
 */
export function channelOf(member: Member, kind: BranchKind | null, wished: Channel | undefined): Channel {
  const bound = kind === 'franchise' ? 'agent' : 'counter';
  if (wished === undefined || wished === bound) return bound;
  if (reachOf(member, 'booking.order.choose-channel')) return wished;
  const message = { zh: `只能是“${bound}”`, en: `must be ${bound}` };
  const fields = [{ field: '/body/channel', rule: 'own-channel', message }];
  throw portalErrors.channelNotYours({ channel: bound }, { fields });
}

/** Of which kind a branch is; null where identity has not told it. */
export async function branchKindOf(uow: UnitOfWork, branchId: string): Promise<BranchKind | null> {
  const [branch] = await uow.rows<{ kind: BranchKind }>(
    'select kind from booking.branches where agency_id = ? and id = ?',
    [uow.agencyId, branchId],
  );
  return branch?.kind ?? null;
}
