/** Where a browser notes when its session was renewed last. */
export const renewedAt = 'yitu.session-renewed-at';

/**
 * Whether this browser may have a session: the tokens are out of sight, the gateway shows a sign beside them. To ask without one is to be refused, and
 * a browser notes each refusal as an error.
 * @param cookies as `document.cookie` has them
 */
export const mayHaveSession = (cookies: string): boolean => /(^|; )yitu-signed-in=1(;|$)/.test(cookies);

const signsSeen = 'yitu.signs-seen';

/**
 * Whether somebody may be signed in since before the gateway showed a sign: their tokens go on, and the next renewal brings the sign. This browser has
 * noted when a session was renewed, and nobody has found out since that there is none. Sessions end when they are not used for 90 days: so long after
 * this release nobody needs this any more.
 */
export const mayHaveEarlierSession = (): boolean =>
  localStorage.getItem(renewedAt) !== null && localStorage.getItem(signsSeen) === null;

/** Notes that the sign says all here: one was seen, or whoever signed in before it is signed out by now. */
export const noteSigns = (): void => localStorage.setItem(signsSeen, '1');
