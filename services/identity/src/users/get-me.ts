import { requireMember, type Person } from '@yitu/access';
import { perform, type Call } from '@yitu/persistence';
import { InstantText, route, Version } from '@yitu/runtime';
import { Type } from 'typebox';
import { Agency } from '../agencies/agency.ts';
import { User, userView, UserView } from './user.ts';

const Me = Type.Object({
  user: UserView,
  agency: Type.Object({
    id: Type.String(),
    code: Type.String(),
    name: Type.Object({ zh: Type.String(), en: Type.String() }),
    currency: Type.String(),
    timeZone: Type.String(),
  }),
  version: Version,
  grants: Type.Array(Type.Object({ permission: Type.String(), reach: Type.String() })),
  now: {
    ...InstantText,
    description: 'By the system’s clock: pages reckon with it, whatever the device’s says',
  },
  denials: Type.Array(Type.String(), { description: 'Single permissions taken away; they win over grants' }),
});

async function getMe(call: Call) {
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  return perform(
    call,
    { member: person, reach: 'agency', action: 'identity.user.read-self' },
    async (uow) => {
      const user = await uow.get(User, person.userId);
      const { id, code, name, currency, timeZone } = await uow.get(Agency, person.agencyId);
      const grants = person.grants.map(({ permission, reach }) => ({ permission, reach }));
      return {
        user: userView(user),
        agency: { id, code, name, currency, timeZone },
        version: user.version,
        grants,
        now: uow.now.toString(),
        denials: [...person.denials],
      };
    },
  );
}

export const getMeRoute = () =>
  route({
    method: 'GET',
    path: '/v1/me',
    summary: 'Who I am and what I may do',
    access: 'signed-in',
    result: Me,
    handle: (call) => getMe(call),
  });
