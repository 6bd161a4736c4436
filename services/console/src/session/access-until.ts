/** Where a browser notes until when its short token is good: out of sight as it is, only what came with it tells. */
const accessUntil = 'yitu.access-until';

/** A request takes its time: what ends within it has ended. In milliseconds. */
const margin = 3_000;

/** Notes how long a new short token is good. @param answered what the gateway said with it */
export function noteAccess(answered: unknown): void {
  if (typeof answered !== 'object' || answered === null || !('expiresInSeconds' in answered)) return;
  localStorage.setItem(accessUntil, String(Date.now() + Number(answered.expiresInSeconds) * 1_000));
}

/** Whether the short token has ended, as far as this browser knows: asked with it a service refuses, and the browser notes an error. */
export function accessIsOver(): boolean {
  const until = localStorage.getItem(accessUntil);
  return until !== null && Date.now() > Number(until) - margin;
}

/** Forgets it: nobody is signed in any more. */
export const forgetAccess = (): void => localStorage.removeItem(accessUntil);
