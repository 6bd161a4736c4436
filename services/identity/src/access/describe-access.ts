import { requireMember, type AccessDescription, type Grant } from '@yitu/access';
import { identity } from '@yitu/contracts';
import type { Clock } from '@yitu/kernel';
import { perform, type Call, type Database, type UnitOfWork } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { grantsOf } from '../roles/built-in.ts';
import type { UserGrant } from '../users/user.ts';

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
  grants: UserGrant[];
  role_grants: Grant[];
  denials: string[];
  branch_ids: string[];
}

/** What the holder of a session may do now: nothing once the session has ended or the user is suspended. */
async function describe(uow: UnitOfWork, sessionId: string): Promise<AccessDescription> {
  const [row] = await uow.rows<Row>(
    `select users.id as user_id, users.branch_id, users.roles, users.grants, users.denials, array(
       select granted from identity.roles cross join jsonb_array_elements(roles.grants) granted
       where roles.agency_id = users.agency_id and roles.code = any (users.roles)
     ) as role_grants, array(
       with recursive below as (
         select id from identity.branches where agency_id = users.agency_id and id = users.branch_id
         union
         select branches.id from identity.branches join below on branches.parent_id = below.id where branches.agency_id = users.agency_id
       ) select id::text from below) as branch_ids
     from identity.sessions join identity.users on users.agency_id = sessions.agency_id and users.id = sessions.user_id
     where sessions.agency_id = ? and sessions.id = ? and sessions.ended_at is null and users.active`,
    [uow.agencyId, sessionId],
  );
  if (!row) return nobody;
  const { user_id: userId, branch_id: branchId, roles, denials, branch_ids: branchIds } = row;
  const own = inForce(row.grants, uow.now);
  const grants = [...grantsOf(roles), ...row.role_grants, ...own.grants];
  const known = { active: true, userId, branchId, branchIds, grants, denials };
  return own.endsInMs === undefined ? known : { ...known, validForMs: own.endsInMs };
}

/** The single grants that have not ended, and milliseconds until the first of them does: whoever remembers them must ask again by then. */
function inForce(
  grants: readonly UserGrant[],
  now: Temporal.Instant,
): { grants: Grant[]; endsInMs: number | undefined } {
  const left = ({ until }: UserGrant) =>
    until === undefined ? Infinity : Temporal.Instant.from(until).epochMilliseconds - now.epochMilliseconds;
  const lasting = grants.filter((grant) => left(grant) > 0);
  const endsInMs = Math.min(...lasting.map(left), longest);
  return {
    grants: lasting.map(({ permission, reach }) => ({ permission, reach })),
    endsInMs: endsInMs < longest ? endsInMs : undefined,
  };
}

/** Nobody remembers anything for a day. */
const longest = 24 * 3_600_000;

/** Describes a session's access in identity's own database. */
export function describeSession(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  agencyId: string,
  sessionId: string,
): Promise<AccessDescription> {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const call: Call = { database, clock, principal: member };
  return perform(call, { member, reach: 'agency', action: 'identity.access.describe' }, (uow) =>
    describe(uow, sessionId),
  );
}

export const describeAccessRpc = () =>
  rpc(identity.AccessServiceService.describeAccess, async (call, { sessionId }) => {
    // The agency the service acts for: one that is named only in the request is none it may look into.
    const { agencyId } = requireMember(call.principal);
    const { branchIds, grants, denials, validForMs, ...rest } = await describeSession(
      call,
      agencyId,
      sessionId,
    );
    return {
      ...rest,
      validForMs: Math.ceil(validForMs ?? 0),
      branchIds: [...branchIds],
      grants: grants.map((grant) => ({ ...grant })),
      denials: [...denials],
    };
  });
