import { forgetAccess, noteAccess } from './access-until.ts';
import { renewedAt } from './cookie-sign.ts';

const signedInAt = 'yitu.signed-in-at';

/** Tells that somebody has signed in: `here` in this tab, or `elsewhere`, in another one, maybe as somebody else. */
export const signedIn = new EventTarget();

export type Renewal = 'signed-in' | 'signed-out' | 'unreachable';

/**
 * Goes on with the session. A refresh token works once, so tabs take turns, and each looks inside the lock whether another one was quicker.
 * @param since when the request that met an expired token was sent, in milliseconds
 */
export async function renewSession(since: number): Promise<Renewal> {
  return navigator.locks.request('yitu-session', async () => {
    if (Number(localStorage.getItem(renewedAt) ?? 0) > since) return 'signed-in';
    const response = await fetch('/session/refresh', { method: 'POST' }).catch(() => undefined);
    // Unread answers keep their connection.
    const answered: unknown = await response?.json().catch(() => undefined);
    if (!response || response.status >= 500) return 'unreachable';
    if (!response.ok) {
      forgetAccess();
      return 'signed-out';
    }
    noteAccess(answered);
    localStorage.setItem(renewedAt, String(Date.now()));
    return 'signed-in';
  });
}

/** Notes that somebody has signed in: the cookies are new, so that a request of another tab need not renew them once more. */
export function noteSignIn(): void {
  const now = String(Date.now());
  localStorage.setItem(renewedAt, now);
  localStorage.setItem(signedInAt, now);
  signedIn.dispatchEvent(new Event('here'));
}

// Told by the browser to every tab but the one that wrote it.
globalThis.addEventListener('storage', ({ key }) => {
  if (key === signedInAt) signedIn.dispatchEvent(new Event('elsewhere'));
});
