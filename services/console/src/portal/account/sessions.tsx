import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { SessionOfUser } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

/** So many are shown at first. */
const fewSessions = 5;
const touches = [['identity', 'session']];

/** Where the account is signed in, and the way to end that. */
export function Sessions() {
  const t = texts.use();
  const [all, setAll] = useState(false);
  const query = useQuery({
    queryKey: ['identity', 'session'],
    queryFn: async ({ signal }) => (await answer(api.identity.GET('/v1/sessions', { signal }))).sessions,
  });
  const endOthers = useChange(
    (_nothing: null, key) => answer(api.identity.DELETE('/v1/sessions', { headers: changing(key) })),
    { touches, done: t('othersEnded') },
  );
  return (
    <section className="panel">
      <h2>{t('sessions')}</h2>
      <ProblemAlert problem={endOthers.error} />
      <Loaded query={query} lines={4}>
        {(sessions) => (
          <>
            <ul className="bare-list rows">
              {(all ? sessions : firstOf(sessions)).map((session) => (
                <OneSession key={session.id} session={session} />
              ))}
            </ul>
            <div className="account-actions">
              {!all && sessions.length > fewSessions && (
                <Button size="large" onClick={() => setAll(true)}>
                  {t('allSessions', { count: sessions.length })}
                </Button>
              )}
              {sessions.length > 1 && (
                <Button size="large" loading={endOthers.isPending} onClick={() => endOthers.mutate(null)}>
                  {t('endOthers')}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Most look for this device, and for the last ones. */
const firstOf = (sessions: readonly SessionOfUser[]): SessionOfUser[] =>
  sessions.toSorted((one, other) => Number(other.current) - Number(one.current)).slice(0, fewSessions);

function OneSession({ session }: { readonly session: SessionOfUser }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { id: sessionId, device, place, lastUsedAt, current } = session;
  const name = [device.browser, device.system].filter(Boolean).join(' · ') || t('unknownDevice');
  const where = [place.country, place.city].flatMap((one) => (one ? [localText(one)] : [])).join(' ');
  const end = useChange(
    (_nothing: null, key) =>
      answer(
        api.identity.DELETE('/v1/sessions/{sessionId}', {
          params: { path: { sessionId } },
          headers: changing(key),
        }),
      ),
    { touches, done: t('ended') },
  );
  return (
    <li>
      <span>
        {name} {current && <StateTag tone="good">{t('thisDevice')}</StateTag>}
        <small className="quiet block">
          {[where, t('lastUsed', { when: instantText(lastUsedAt, timeZone) })].filter(Boolean).join(' · ')}
        </small>
        <ProblemAlert problem={end.error} />
      </span>
      {!current && (
        <Button
          aria-label={t('endOf', { device: name })}
          loading={end.isPending}
          onClick={() => end.mutate(null)}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
