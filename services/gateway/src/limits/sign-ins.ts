import { createHash } from 'node:crypto';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { errors } from '../errors.ts';
import type { SessionCookies } from '../sessions/cookies.ts';
import { minute } from './limits.ts';

/** Refuses an attempt after too many; a hook that runs once the body is known. */
export type LimitAttempts = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

export interface SignInLimits {
  /** Where one shows a password or a secret: counted by account. */
  readonly signIn: LimitAttempts;
  /** Where a session goes on: counted by refresh token. Nowhere else is one looked at, since whoever sends it could invent it. */
  readonly refresh: LimitAttempts;
  /** Where API clients show their secret: counted by client. */
  readonly token: LimitAttempts;
}

const Attempt = Type.Partial(
  Type.Object({
    agency: Type.String(),
    login: Type.String(),
    ticket: Type.String(),
    response: Type.Object({ id: Type.String() }),
    refreshToken: Type.String(),
  }),
);

/** Counts attempts for one account, or with one refresh token, from one address, over all addresses for that. Needs limitRequests in the same scope. */
export function createSignInLimits(
  app: FastifyInstance,
  perMinute: number,
  cookies: SessionCookies,
): SignInLimits {
  const limitBy = (whatFor: (request: FastifyRequest) => readonly string[]): LimitAttempts => {
    const keyGenerator = (request: FastifyRequest) =>
      `${normalizeIP(request.ip)} ${hashed(whatFor(request))}`;
    const count = app.createRateLimit({ max: perMinute, timeWindow: minute, keyGenerator });
    return async (request, reply) => {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return;
      reply.header('retry-after', counted.ttlInSeconds);
      throw errors.tooManyRequests({ seconds: counted.ttlInSeconds });
    };
  };
  return {
    signIn: limitBy(({ body }) => accountOf(attemptOf(body))),
    refresh: limitBy((request) => ['refresh', refreshTokenOf(request, cookies)]),
    token: limitBy((request) => ['client', clientOf(request)]),
  };
}

const hashed = (whatFor: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(whatFor)).digest('base64url');

/**
 * Second steps are counted by their ticket and passkeys by their credential: were they all one, anybody could use up the minute for everybody at
 * their address. Who makes up another one each time has the general limit, and gets nowhere.
 */
const accountOf = ({ agency = '', login = '', ticket = '', response }: Static<typeof Attempt>) => [
  'account',
  agency.toLowerCase(),
  login.toLowerCase(),
  ticket,
  response?.id ?? '',
];

/** API clients send the token in the body, which is bytes here; browsers in the cookie. */
const refreshTokenOf = ({ body, headers }: FastifyRequest, cookies: SessionCookies): string =>
  (Buffer.isBuffer(body) ? attemptOf(body).refreshToken : cookies.read(headers.cookie).refresh) ?? '';

/** The client a token is asked for: of the Authorization header (RFC 6749, 2.3.1), else of the form. What cannot be read counts together. */
function clientOf({ headers: { authorization }, body }: FastifyRequest): string {
  const basic = /^basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (basic !== undefined) return Buffer.from(basic, 'base64').toString().split(':', 1)[0] ?? '';
  return (Buffer.isBuffer(body) ? new URLSearchParams(body.toString()).get('client_id') : undefined) ?? '';
}

/** Bodies that go on to identity are still bytes here; what is no attempt at all counts together. */
function attemptOf(body: unknown): Static<typeof Attempt> {
  const attempt = Buffer.isBuffer(body) ? parsed(body) : body;
  return Value.Check(Attempt, attempt) ? attempt : {};
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined; // identity says what is wrong with it
  }
}
