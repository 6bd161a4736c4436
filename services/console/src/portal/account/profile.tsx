import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Waiting } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

// Most only look.
const ChangeProfile = lazy(async () => ({
  default: (await import('./change-profile.tsx')).ChangeProfile,
}));

/** Name and ways to reach the customer. */
export function Profile() {
  const t = texts.use();
  const { user } = useMe();
  const [changingIt, setChanging] = useState(false);
  const [emailSent, setEmailSent] = useState(false);
  const facts = [
    [t('displayName'), user.displayName],
    [t('userName'), user.userName],
    [t('email'), user.email],
    [t('mobile'), user.mobile ?? '—'],
    [t('locale'), t(user.locale)],
  ] as const;
  return (
    <section className="panel">
      <h2>{t('profile')}</h2>
      {emailSent && <p role="status">{t('emailSent')}</p>}
      {changingIt ? (
        <Suspense fallback={<Waiting />}>
          <ChangeProfile onEmail={() => setEmailSent(true)} onClose={() => setChanging(false)} />
        </Suspense>
      ) : (
        <>
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Button size="large" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        </>
      )}
    </section>
  );
}
