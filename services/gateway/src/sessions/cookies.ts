import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The tokens of a browser's session. */
export interface Tokens {
  readonly access: string | undefined;
  readonly refresh: string | undefined;
  /** What identity knows the device again by; it stays when somebody signs out. */
  readonly device: string | undefined;
}

export interface NewTokens {
  readonly access: string;
  readonly refresh: string;
  readonly device?: string | undefined;
}

/** Cookies that hold a browser's tokens where no script can read them. */
export interface SessionCookies {
  /** @param header the request's Cookie header */
  read(header: string | undefined): Tokens;
  /** @param seconds how long the access token is valid */
  set(reply: FastifyReply, tokens: NewTokens, seconds: number): void;
  clear(reply: FastifyReply): void;
}

/** Identity decides when a refresh token ends; it keeps none longer than this. */
const refreshSeconds = 90 * 24 * 60 * 60;

/** As long as identity remembers a device that nobody signs in with. */
const deviceSeconds = 180 * 24 * 60 * 60;

/** What is no such token was not set by us. */
const deviceToken = /^[A-Za-z0-9_-]{43}$/;

/** Opens nothing, and scripts can read it: pages ask who is signed in only where somebody may be. */
export const signedInCookie = 'yitu-signed-in';

/**
 * With https the access token's cookie has the `__Host-` prefix: no other host and no unencrypted answer can set it (RFC 6265bis). Browsers refuse
 * that prefix on plain http, which only one's own machine uses.
 */
export async function sessionCookies(app: FastifyInstance, publicUrl: URL): Promise<SessionCookies> {
  // Only its functions are wanted: most requests carry no cookie that has to be read.
  await app.register(fastifyCookie, { hook: false });
  const secure = publicUrl.protocol === 'https:';
  const access = secure ? '__Host-yitu-access' : 'yitu-access';
  const refresh = 'yitu-refresh';
  const device = 'yitu-device';
  const sign = signedInCookie;
  const guarded = { httpOnly: true, sameSite: 'strict', secure } as const;
  const shown = { sameSite: 'strict', secure, path: '/' } as const;
  const write = (name: string, path: string, value: string, maxAge: number) =>
    app.serializeCookie(name, value, { ...guarded, path, maxAge });
  const setAll = (reply: FastifyReply, tokens: NewTokens, ages: [number, number]) =>
    reply.header('set-cookie', [
      write(access, '/', tokens.access, ages[0]),
      write(refresh, '/session', tokens.refresh, ages[1]),
      ...(tokens.device === undefined ? [] : [write(device, '/session', tokens.device, deviceSeconds)]),
      app.serializeCookie(sign, tokens.refresh && '1', { ...shown, maxAge: ages[1] }),
    ]);
  return {
    read: (header) => {
      const cookies = header === undefined ? {} : app.parseCookie(header);
      const known = cookies[device];
      return {
        access: cookies[access],
        refresh: cookies[refresh],
        device: known !== undefined && deviceToken.test(known) ? known : undefined,
      };
    },
    set: (reply, tokens, seconds) => void setAll(reply, tokens, [seconds, refreshSeconds]),
    clear: (reply) => void setAll(reply, { access: '', refresh: '' }, [0, 0]),
  };
}
