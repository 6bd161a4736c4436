/**
 * Whether this browser may have a session: the tokens are out of sight, the gateway shows a sign beside them. To ask without one is to be refused, and
 * a browser notes each refusal as an error.
 * @param cookies as `document.cookie` has them
 */
export const mayHaveSession = (cookies: string): boolean => /(^|; )yitu-signed-in=1(;|$)/.test(cookies);
