import type { FastifyInstance, FastifyReply } from 'fastify';

/** The cookie of a sign-in through an identity provider, while the browser is there. */
export interface ProviderCookie {
  /** @param header the request's Cookie header */
  read(header: string | undefined): string | undefined;
  set(reply: FastifyReply, token: string, seconds: number): void;
  clear(reply: FastifyReply): void;
}

/**
 * SameSite=Lax, unlike the session's: the provider is another site, and the browser comes back from there. Needs sessionCookies in the same scope.
 */
export function providerCookie(app: FastifyInstance, publicUrl: URL): ProviderCookie {
  const secure = publicUrl.protocol === 'https:';
  const name = secure ? '__Host-yitu-provider' : 'yitu-provider';
  const write = (reply: FastifyReply, value: string, maxAge: number) =>
    void reply.header(
      'set-cookie',
      app.serializeCookie(name, value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge }),
    );
  return {
    read: (header) => (header === undefined ? undefined : app.parseCookie(header)[name]),
    set: write,
    clear: (reply) => write(reply, '', 0),
  };
}
