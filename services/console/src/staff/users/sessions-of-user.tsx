import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { SessionOfUser, User } from '../../api/gen/identity.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { SessionTable } from '../../session/session-table.tsx';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

/** Where somebody is signed in; ending a session signs them out there. */
export function SessionsOfUser({ user }: { readonly user: User }) {
  const t = texts.use();
  const may = useMay();
  const userId = user.id;
  const path = { userId };
  const touches = [['identity', 'session']];
  const query = useQuery({
    queryKey: ['identity', 'session', userId],
    queryFn: async ({ signal }) => {
      const call = api.identity.GET('/v1/users/{userId}/sessions', { params: { path }, signal });
      return (await answer(call)).sessions;
    },
  });
  const endAll = useChange(
    (_id: string, key) =>
      answer(
        api.identity.DELETE('/v1/users/{userId}/sessions', { params: { path }, headers: changing(key) }),
      ),
    { touches, done: t('sessionsEnded') },
  );
  const mayEnd = may('identity.session.end');
  return (
    <Card
      title={t('sessions')}
      extra={
        mayEnd &&
        (query.data?.length ?? 0) > 0 && (
          <Confirm
            label={t('endAll')}
            why={t('endAllWhy', { name: user.displayName })}
            input={userId}
            change={endAll}
            danger
          />
        )
      }
    >
      <Loaded query={query}>
        {(sessions) => (
          <SessionTable
            sessions={sessions}
            deed={(session) => mayEnd && <EndSession user={user} session={session} />}
          />
        )}
      </Loaded>
    </Card>
  );
}

function EndSession({ user, session }: { readonly user: User; readonly session: SessionOfUser }) {
  const t = texts.use();
  const path = { userId: user.id, sessionId: session.id };
  const change = useChange(
    (_id: string, key) =>
      answer(
        api.identity.DELETE('/v1/users/{userId}/sessions/{sessionId}', {
          params: { path },
          headers: changing(key),
        }),
      ),
    { touches: [['identity', 'session']], done: t('sessionsEnded') },
  );
  return (
    <Confirm
      label={t('end')}
      why={t('endWhy', { name: user.displayName })}
      input={session.id}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}
