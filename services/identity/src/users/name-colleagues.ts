import { query } from '@yitu/persistence';
import { Id, IdList, idsOf, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { User } from './user.ts';

const nameColleagues = query(
  { permission: 'identity.colleague.read' },
  async (uow, ids: readonly string[]) => {
    const users = await uow.find(User, { id: { $in: [...ids] } });
    return { users: users.map(({ id, displayName }) => ({ id, displayName })) };
  },
);

/** Whoever works at an agency sees who made and reviewed what; nothing of them but the name. */
export const nameColleaguesRoute = () =>
  route({
    method: 'GET',
    path: '/v1/user-names',
    summary: 'What people with an account are called; those beyond reach are left out',
    access: 'identity.colleague.read',
    query: Type.Object({ ids: IdList }),
    result: Type.Object({
      users: Type.Array(Type.Object({ id: Id, displayName: Type.String() }, { title: 'UserName' })),
    }),
    handle: (call, { query: { ids } }) => nameColleagues(call, idsOf(ids)),
  });
