import type { AccessDescription, Account, Grant } from '@yitu/access';
import { identity } from '@yitu/contracts';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { narrowed, scopesOf } from '../clients/scopes.ts';
import { grantsOf } from '../roles/built-in.ts';
import { lapsedRolesOf } from '../roles/required-courses/lapsed-roles.ts';
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
  lapsed: string[];
  grants: UserGrant[];
  role_grants: Grant[];
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
    `select users.id as user_id, users.branch_id, users.roles, users.grants, users.denials, users.account, clients.scopes, client_sessions.scope as token_scope, array(
       select granted from identity.roles cross join jsonb_array_elements(roles.grants) granted
       where roles.agency_id = users.agency_id and roles.code = any (users.roles)
     ) as role_grants, array(
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
  const { user_id: userId, branch_id: branchId, account, roles, denials, branch_ids: branchIds } = row;
  const whose = { userId, account, branchId, branchIds };
  if (account === 'client') return { active: true, ...whose, grants: clientGrants(row), denials };
  const own = inForce(row.grants, uow.now);
  const held = roles.filter((role) => !row.lapsed.includes(role));
  const grants = [...grantsOf(held), ...row.role_grants, ...own.grants];
  const known = { active: true, ...whose, grants, denials };
  return own.endsInMs === undefined ? known : { ...known, validForMs: own.endsInMs };
}

/** A client has no roles: it may what both its scopes and those of its token say. */
const clientGrants = ({ scopes, token_scope: asked }: Row): Grant[] =>
  narrowed(scopes ?? [], scopesOf(asked ?? ''));

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
  rpc(identity.AccessServiceService.describeAccess, async (call, { agencyId, sessionId }) => {
    const {
      branchIds,
      grants,
      denials,
      account = '',
      validForMs,
      ...rest
    } = await describeSession(call, agencyId, sessionId);
    return {
      ...rest,
      account,
      validForMs: Math.ceil(validForMs ?? 0),
      branchIds: [...branchIds],
      grants: grants.map((grant) => ({ ...grant })),
      denials: [...denials],
    };
  });
