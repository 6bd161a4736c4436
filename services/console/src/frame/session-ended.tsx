import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { signedOut } from '../api/gateway.ts';
import { meQuery, useMe } from '../session/me.ts';
import { signedIn } from '../session/renew.ts';

// Forms come with it: most pages are left before their session ends.
const SessionDialog = lazy(async () => ({
  default: (await import('./session-dialog.tsx')).SessionDialog,
}));

/**
 * Asks who it is when the session has ended, above the page, so that nothing entered there is lost. Where somebody else has signed in, here or in another
 * tab, the page begins anew: what was open and what is known are the first one's.
 */
export function SessionEnded() {
  const queries = useQueryClient();
  const now = useMe().user.id;
  const [before] = useState(now);
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const ask = () => void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    signedIn.addEventListener('elsewhere', ask);
    return () => signedIn.removeEventListener('elsewhere', ask);
  }, [queries]);
  useEffect(() => {
    // Whoever is just signing in here is told what they have to keep first, and compared below.
    if (!ended && now !== before) location.reload();
  }, [ended, now, before]);
  useEffect(() => {
    const tell = () => setEnded(true);
    signedOut.addEventListener('signed-out', tell);
    return () => signedOut.removeEventListener('signed-out', tell);
  }, []);
  const goOn = async () => {
    const me = await queries.query({ ...meQuery, staleTime: 0 });
    // Somebody else must not see what was open.
    if (me.user.id !== before) return location.reload();
    setEnded(false);
    await queries.invalidateQueries();
  };
  if (!ended) return null;
  return (
    <Suspense fallback={null}>
      <SessionDialog onSignedIn={() => void goOn()} />
    </Suspense>
  );
}
