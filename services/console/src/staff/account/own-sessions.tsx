import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { SessionOfUser } from '../../api/gen/identity.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { SessionTable } from '../../session/session-table.tsx';
import { texts } from './texts.ts';

const touches = [['identity', 'session']];

/** Where one is signed in. */
export function OwnSessions() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['identity', 'session', 'own'],
    queryFn: async ({ signal }) => (await answer(api.identity.GET('/v1/sessions', { signal }))).sessions,
  });
  const endOthers = useChange(
    (_all: string, key) => answer(api.identity.DELETE('/v1/sessions', { headers: changing(key) })),
    { touches, done: t('sessionsEnded') },
  );
  return (
    <Card
      title={t('sessions')}
      extra={
        (query.data?.length ?? 0) > 1 && (
          <Confirm label={t('endOthers')} why={t('endOthersWhy')} input="others" change={endOthers} danger />
        )
      }
    >
      <Loaded query={query}>
        {(sessions) => (
          <SessionTable
            sessions={sessions}
            deed={(session) => !session.current && <EndSession session={session} />}
          />
        )}
      </Loaded>
    </Card>
  );
}

function EndSession({ session }: { readonly session: SessionOfUser }) {
  const t = texts.use();
  const change = useChange(
    (sessionId: string, key) =>
      answer(
        api.identity.DELETE('/v1/sessions/{sessionId}', {
          params: { path: { sessionId } },
          headers: changing(key),
        }),
      ),
    { touches, done: t('sessionsEnded') },
  );
  return (
    <Confirm
      label={t('end')}
      why={t('endWhy')}
      input={session.id}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}
