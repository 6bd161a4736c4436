import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { instantText } from '../../format/dates.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

// With its QR code; hardly anybody sets it up twice.
const TurnOn = lazy(async () => ({ default: (await import('./turn-on.tsx')).TurnOn }));
const KeepCodes = lazy(async () => ({ default: (await import('./turn-on.tsx')).KeepCodes }));

const TurnOff = lazy(async () => ({ default: (await import('./prove-password.tsx')).TurnOff }));
const NewCodes = lazy(async () => ({ default: (await import('./prove-password.tsx')).NewCodes }));

type Doing = 'nothing' | 'turning-on' | 'turning-off' | 'renewing' | { readonly codes: readonly string[] };

/** The second step of signing in: on or off, and its recovery codes. */
export function SecondFactor() {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const [doing, setDoing] = useState<Doing>('nothing');
  const rest = () => setDoing('nothing');
  const query = useQuery({
    queryKey: ['identity', 'me', 'second-factor'],
    queryFn: ({ signal }) => answer(api.identity.GET('/v1/me/second-factor', { signal })),
  });
  return (
    <section className="panel">
      <h2>{t('secondFactor')}</h2>
      <Loaded query={query} lines={2}>
        {({ totpSince, recoveryCodesLeft, required }) => (
          <>
            <p>
              {totpSince
                ? `${t('secondOn', { date: instantText(totpSince, timeZone) })} · ${t('codesLeft', { count: recoveryCodesLeft })}`
                : `${t('secondOff')}${t('stop')}${t('secondWhy')}`}
            </p>
            {doing === 'nothing' && (
              <div className="account-actions">
                {!totpSince && (
                  <Button size="large" onClick={() => setDoing('turning-on')}>
                    {t('turnOn')}
                  </Button>
                )}
                {totpSince && (
                  <Button size="large" onClick={() => setDoing('renewing')}>
                    {t('newCodes')}
                  </Button>
                )}
                {totpSince && !required && (
                  <Button size="large" onClick={() => setDoing('turning-off')}>
                    {t('turnOff')}
                  </Button>
                )}
              </div>
            )}
          </>
        )}
      </Loaded>
      <Suspense fallback={null}>
        {doing === 'turning-off' && <TurnOff onDone={rest} />}
        {doing === 'renewing' && <NewCodes onCodes={(codes) => setDoing({ codes })} onCancel={rest} />}
        {doing === 'turning-on' && <TurnOn onCodes={(codes) => setDoing({ codes })} onCancel={rest} />}
        {typeof doing === 'object' && <KeepCodes codes={doing.codes} onKept={rest} />}
      </Suspense>
    </section>
  );
}
