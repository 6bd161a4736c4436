import { requireMember, type AccessDescription, type Account, type Grant } from '@yitu/access';
import { identity } from '@yitu/contracts';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { narrowed, scopesOf } from '../clients/scopes.ts';
import { grantsOf } from '../roles/built-in.ts';
import { lapsedRolesOf } from '../roles/required-courses/lapsed-roles.ts';
import { inForce } from './single-grants.ts';

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
  lapsed: string[];
  grants: Grant[];
  own_roles: { code: string; grants: Grant[] }[];
  denials: string[];
  branch_ids: string[];
  account: Account;
  /** A client's scopes, and those its tokens were asked for. */
  scopes: Grant[] | null;
  token_scope: string | null;
}

/** What the holder of a session may do now: nothing once the session has ended or the user is suspended. */
async function describe(uow: UnitOfWork, sessionId: string): Promise<AccessDescription> {
  const [row] = await uow.rows<Row>(
    `select users.id as user_id, users.branch_id, users.roles, users.grants, users.denials, users.account, clients.scopes, client_sessions.scope as token_scope,
       (select coalesce(jsonb_agg(jsonb_build_object('code', roles.code, 'grants', roles.grants)), '[]') from identity.roles
        where roles.agency_id = users.agency_id and roles.code = any (users.roles)) as own_roles, array(
       with recursive below as (
         select id from identity.branches where agency_id = users.agency_id and id = users.branch_id
         union
         select branches.id from identity.branches join below on branches.parent_id = below.id where branches.agency_id = users.agency_id
       ) select id::text from below) as branch_ids,
       ${lapsedRolesOf('?::timestamptz')} as lapsed
     from identity.sessions join identity.users on users.agency_id = sessions.agency_id and users.id = sessions.user_id
       join identity.agencies on agencies.agency_id = sessions.agency_id
     left join identity.clients on clients.agency_id = users.agency_id and clients.id = users.id
     left join identity.client_sessions on client_sessions.agency_id = sessions.agency_id and client_sessions.session_id = sessions.id
     where sessions.agency_id = ? and sessions.id = ? and sessions.ended_at is null and users.active and agencies.state = 'active'
       and (users.account <> 'client' or clients.enabled)`,
    [uow.now.toString(), uow.agencyId, sessionId],
  );
  if (!row) return nobody;
  const { user_id: userId, branch_id: branchId, account, denials, branch_ids: branchIds } = row;
  const single = inForce(row.grants, uow.now);
  const grants = grantsIn({ ...row, grants: single.grants });
  const known = { active: true, userId, account, branchId, branchIds, grants, denials };
  return single.endsInMs === undefined ? known : { ...known, validForMs: single.endsInMs };
}

/** A client has no roles: it may what both its scopes and those of its token say. */
function grantsIn({
  account,
  roles,
  lapsed,
  grants,
  own_roles: own,
  scopes,
  token_scope: asked,
}: Row): Grant[] {
  if (account === 'client') return narrowed(scopes ?? [], scopesOf(asked ?? ''));
  const held = roles.filter((role) => !lapsed.includes(role));
  const ofOwn = own.filter(({ code }) => held.includes(code)).flatMap((role) => role.grants);
  return [...grantsOf(held), ...ofOwn, ...grants];
}

/** Describes a session's access in identity's own database. */
export function describeSession(
  on: Pick<Call, 'database' | 'clock'>,
  agencyId: string,
  sessionId: string,
): Promise<AccessDescription> {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const { database, clock } = on;
  return perform(
    { database, clock, principal: member },
    { member, reach: 'agency', action: 'identity.access.describe' },
    (uow) => describe(uow, sessionId),
  );
}

export const describeAccessRpc = () =>
  rpc(identity.AccessServiceService.describeAccess, async (call, { sessionId }) => {
    // The agency the service acts for: one that is named only in the request is none it may look into.
    const { agencyId } = requireMember(call.principal);
    const {
      branchIds,
      grants,
      denials,
      account = '',
      validForMs = 0,
      ...rest
    } = await describeSession(call, agencyId, sessionId);
    return {
      ...rest,
      account,
      validForMs: Math.ceil(validForMs),
      branchIds: [...branchIds],
      grants: grants.map(({ permission, reach }) => ({ permission, reach })),
      denials: [...denials],
    };
  });
