import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Waiting } from '../../patterns/loaded.tsx';
import { texts } from './texts.ts';

const ChangePassword = lazy(async () => ({
  default: (await import('./change-password.tsx')).ChangePassword,
}));

/** Another password; all other devices are signed out by it. */
export function Password() {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  return (
    <section className="panel">
      <h2>{t('password')}</h2>
      {open ? (
        <Suspense fallback={<Waiting />}>
          <ChangePassword onClose={() => setOpen(false)} />
        </Suspense>
      ) : (
        <Button size="large" onClick={() => setOpen(true)}>
          {t('changePassword')}
        </Button>
      )}
    </section>
  );
}
