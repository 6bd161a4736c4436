import { matches } from '@yitu/access/patterns';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { Permission } from '../api/gen/permissions.ts';
import { signedOut } from '../api/gateway.ts';
import { Refusal } from '../api/refusal.ts';
import { setClock } from '../format/clock.ts';
import { mayHaveEarlierSession, mayHaveSession, noteSigns } from './cookie-sign.ts';
import { keepDraftsOf } from './drafts-owner.ts';
import { texts } from './texts.ts';

function nobody(): Refusal {
  signedOut.dispatchEvent(new Event('signed-out'));
  return new Refusal({ title: texts.say('endedTitle'), status: 401, code: 'console/nobody-signed-in' });
}

/** Who is signed in and what they may do. */
export const meQuery = queryOptions({
  queryKey: ['identity', 'me'],
  queryFn: async ({ signal }) => {
    const sign = mayHaveSession(document.cookie);
    if (sign) noteSigns();
    else if (!mayHaveEarlierSession()) throw nobody();
    const me = await answer(api.identity.GET('/v1/me', { signal })).catch((refused: unknown) => {
      if (!sign && refused instanceof Refusal && refused.status === 401) noteSigns();
      throw refused;
    });
    keepDraftsOf(me.user.id);
    setClock(me.now);
    return me;
  },
  staleTime: 60_000,
  retry: false,
});

export type Me = Awaited<ReturnType<NonNullable<(typeof meQuery)['queryFn']>>>;

/** The signed-in person. Only below a route that has made sure there is one. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('Nobody is signed in here');
  return data;
}

/** Whether a person may do something, as the services decide it: denials win over grants. */
const mayDo = ({ grants, denials }: Pick<Me, 'grants' | 'denials'>, permission: Permission): boolean =>
  !denials.some((pattern) => matches(pattern, permission)) &&
  grants.some((grant) => matches(grant.permission, permission));

/** Asks of the signed-in person whether they may do something: what they may not is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => mayDo(me, permission);
}
