import type { AccessDescription, Grant } from '@yitu/access';
import { identity } from '@yitu/contracts';
import { systemClock } from '@yitu/kernel';
import { perform, type Call, type Database, type UnitOfWork } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { grantsOf } from '../roles/built-in.ts';

const nobody: AccessDescription = {
  active: false,
  userId: '',
  branchId: '',
  branchIds: [],
  grants: [],
  denials: [],
};

interface Row {
  user_id: string;
  branch_id: string;
  roles: string[];
  grants: Grant[];
  denials: string[];
  branch_ids: string[];
}

/** What the holder of a session may do now: nothing once the session has ended or the user is suspended. */
async function describe(uow: UnitOfWork, sessionId: string): Promise<AccessDescription> {
  const [row] = await uow.rows<Row>(
    `select users.id as user_id, users.branch_id, users.roles, users.grants, users.denials, array(
       with recursive below as (
         select id from identity.branches where agency_id = users.agency_id and id = users.branch_id
         union
         select branches.id from identity.branches join below on branches.parent_id = below.id where branches.agency_id = users.agency_id
       ) select id::text from below) as branch_ids
     from identity.sessions join identity.users on users.agency_id = sessions.agency_id and users.id = sessions.user_id
       join identity.agencies on agencies.agency_id = sessions.agency_id
     where sessions.agency_id = ? and sessions.id = ? and sessions.ended_at is null and users.active and agencies.state = 'active'`,
    [uow.agencyId, sessionId],
  );
  if (!row) return nobody;
  const { user_id: userId, branch_id: branchId, roles, grants, denials, branch_ids: branchIds } = row;
  return { active: true, userId, branchId, branchIds, grants: [...grantsOf(roles), ...grants], denials };
}

/** Describes a session's access in identity's own database. */
export function describeSession(
  database: Database,
  agencyId: string,
  sessionId: string,
): Promise<AccessDescription> {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const call: Call = { database, clock: systemClock, principal: member };
  return perform(call, { member, reach: 'agency', action: 'identity.access.describe' }, (uow) =>
    describe(uow, sessionId),
  );
}

export const describeAccessRpc = () =>
  rpc(identity.AccessServiceService.describeAccess, async ({ database }, { agencyId, sessionId }) => {
    const { branchIds, grants, denials, ...rest } = await describeSession(database, agencyId, sessionId);
    return {
      ...rest,
      branchIds: [...branchIds],
      grants: grants.map((grant) => ({ ...grant })),
      denials: [...denials],
    };
  });
