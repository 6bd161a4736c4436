import type { Call } from '@yitu/persistence';
import { LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const AgencyWithPortal = Type.Object({ code: Type.String(), name: LocalText }, { title: 'AgencyWithPortal' });

/** More are found by more words. */
const most = 20;

/** Fewer characters are in too many names to be of use, and no index finds them. */
const fewestCharacters = 2;

/** No tenant is set: a function of the database answers, and tells of none that has not opened itself to the public. */
async function findPortals({ database, clock }: Call, text: string) {
  const words = text.trim().toLowerCase();
  if (Array.from(words).length < fewestCharacters) return { agencies: [] };
  const { rows } = await database.pool.query<Static<typeof AgencyWithPortal>>(
    'select code, name from identity.agencies_with_portal($1, $2, $3)',
    [words, clock.now().toString(), most],
  );
  return { agencies: rows };
}

export const findPortalsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/portal-agencies',
    summary:
      'Agencies where customers can register, by two characters or more of their name or code; twenty at most',
    access: 'anyone',
    query: Type.Object({
      q: Type.String({
        maxLength: 100,
        default: '',
        description: 'A part of name or code; nothing is found by fewer than two characters',
      }),
    }),
    result: Type.Object({ agencies: Type.Array(AgencyWithPortal) }),
    handle: (call, { query: { q } }) => findPortals(call, q),
  });
