import { events } from '@yitu/contracts';
import { command, query } from '@yitu/persistence';
import { route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Agency } from '../agencies/agency.ts';
import { roleErrors } from '../roles/errors.ts';
import { findUnknownRole } from '../roles/give-roles.ts';

const Rule = Type.Object(
  {
    roles: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50, uniqueItems: true }),
    version: Version,
  },
  { title: 'SecondFactorRule', description: 'Whoever has one of these roles signs in with a second factor.' },
);

const view = ({ secondFactorRequiredFor, version }: Agency): Static<typeof Rule> => ({
  roles: secondFactorRequiredFor,
  version,
});

const requireOfRoles = command(
  { permission: 'identity.agency.change' },
  async (uow, { roles, version }: { roles: string[]; version: number }) => {
    const unknown = await findUnknownRole(uow, roles);
    if (unknown !== undefined) throw roleErrors.noSuchRole({ role: unknown });
    const agency = await uow.lock(Agency, uow.agencyId, version);
    agency.secondFactorRequiredFor = roles;
    uow.publish(agency, events.agencySecondFactorRequired, { roles });
    return view(agency);
  },
);

const readRule = query({ permission: 'identity.agency.read' }, async (uow, _input: object) =>
  view(await uow.get(Agency, uow.agencyId)),
);

export const requireOfRolesRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/agency/second-factor',
    summary: 'Which roles need a second factor',
    access: 'identity.agency.read',
    result: Rule,
    handle: (call) => readRule(call, {}),
  }),
  route({
    method: 'PUT',
    path: '/v1/agency/second-factor',
    summary: 'Say which roles need a second factor; sessions without one end with their next refresh',
    access: 'identity.agency.change',
    body: Type.Object({ roles: Rule.properties.roles }),
    result: Rule,
    versioned: true,
    handle: (call, { body: { roles }, version }) => requireOfRoles(call, { roles, version }),
  }),
];
