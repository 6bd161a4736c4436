import type { Call } from '@yitu/persistence';
import { Id, InstantText, LocalText, Next, page, pageOf, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { agencyStates } from './agency.ts';

export const AgencyView = Type.Object(
  {
    id: Id,
    code: Type.String(),
    name: LocalText,
    currency: Type.String(),
    timeZone: Type.String(),
    state: Type.Enum([...agencyStates]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Agency' },
);

const Query = Type.Object(page);

/** Every agency of the platform; no tenant is set, so a function of the database answers. */
async function listAgencies({ database }: Call, { after, limit }: Static<typeof Query>) {
  const { rows } = await database.pool.query<Static<typeof AgencyView>>(
    `select id, code, name, currency, time_zone as "timeZone", state, version, to_json(created_at) #>> '{}' as "createdAt"
     from identity.agencies_listed($1, $2)`,
    [after ?? null, limit + 1],
  );
  const { items, next } = pageOf(rows, limit);
  return { agencies: items, next };
}

export const listAgenciesRoute = () =>
  route({
    method: 'GET',
    path: '/v1/agencies',
    summary: 'The agencies of the platform, newest first',
    access: 'operator',
    query: Query,
    result: Type.Object({ agencies: Type.Array(AgencyView), next: Next }),
    handle: (call, { query }) => listAgencies(call, query),
  });
