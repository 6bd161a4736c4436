import { events } from '@yitu/contracts';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { roleErrors } from './errors.ts';
import { keepAdministrator } from '../users/administrators.ts';
import { isBuiltIn } from './built-in.ts';
import { checkGrants, checkKnown, Granted } from './grants.ts';
import { ownBranch, requireWholeAgency, Role, RoleView, roleView } from './role.ts';

const Body = Type.Object({ name: LocalText, grants: Type.Array(Granted, { maxItems: 300 }) });

interface Target {
  roleCode: string;
  version: number;
}

/** What a role permits works for everybody who has it, in every service, with the event. */
const changeRole = command(
  { permission: 'identity.role.change' },
  async (uow, { roleCode, version, name, grants }: Target & Static<typeof Body>) => {
    const role = await lockRole(uow, roleCode, version);
    checkKnown(
      grants.map(({ permission }, index) => ({ permission, field: `/body/grants/${index}/permission` })),
    );
    if ((await holdersOf(uow, roleCode)).includes(uow.userId)) throw roleErrors.notYourOwnRole();
    // Nobody takes from others what they could not give them.
    checkGrants(uow.member, ownBranch(uow), [...role.grants, ...grants]);
    Object.assign(role, { name, grants });
    uow.publish(role, events.roleChanged, { roleId: role.id, code: role.code });
    await keepAdministrator(uow);
    return roleView(role);
  },
);

const removeRole = command(
  { permission: 'identity.role.change' },
  async (uow, { roleCode, version }: Target) => {
    const role = await lockRole(uow, roleCode, version);
    checkGrants(uow.member, ownBranch(uow), role.grants);
    const holders = (await holdersOf(uow, roleCode)).length + (await invitedWith(uow, roleCode));
    if (holders > 0) throw roleErrors.roleGiven({ count: holders });
    uow.publish(role, events.roleRemoved, { roleId: role.id, code: role.code });
    uow.em.remove(role);
    return { removed: true as const };
  },
);

/** The role, locked: nobody gives it to anybody until the transaction ends (see give-roles.ts). @throws identity/built-in-role, request/not-found */
async function lockRole(uow: UnitOfWork, code: string, version: number): Promise<Role> {
  requireWholeAgency(uow, 'identity.role.change');
  if (isBuiltIn(code)) throw roleErrors.builtInRole();
  const [{ id } = {}] = await uow.rows<{ id: string }>(
    'select id from identity.roles where agency_id = ? and code = ?',
    [uow.agencyId, code],
  );
  if (!id) throw requestErrors.notFound();
  return uow.lock(Role, id, version);
}

/** People who will have the role once they accept. */
async function invitedWith(uow: UnitOfWork, code: string): Promise<number> {
  const [row] = await uow.rows<{ count: number }>(
    `select count(*)::integer as count from identity.invitations
     where agency_id = ? and roles @> array[?::text] and state = 'pending' and expires_at > ?`,
    [uow.agencyId, code, uow.now.toString()],
  );
  return row?.count ?? 0;
}

/** Who has left keeps the names of their roles for the records, and nothing of what they permit. */
async function holdersOf(uow: UnitOfWork, code: string): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    `select id from identity.users where agency_id = ? and roles @> array[?::text] and state <> 'departed'`,
    [uow.agencyId, code],
  );
  return rows.map(({ id }) => id);
}

const params = Type.Object({ roleCode: Type.String({ maxLength: 40 }) });

export const changeRoleRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/roles/:roleCode',
    summary: "Change a role of the agency's own",
    access: 'identity.role.change',
    params,
    body: Body,
    result: RoleView,
    versioned: true,
    handle: (call, { params: { roleCode }, body, version }) =>
      changeRole(call, { roleCode, version, ...body }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/roles/:roleCode',
    summary: "Remove a role of the agency's own that nobody has",
    access: 'identity.role.change',
    params,
    result: Type.Object({ removed: Type.Literal(true) }),
    versioned: true,
    handle: (call, { params: { roleCode }, version }) => removeRole(call, { roleCode, version }),
  }),
];
