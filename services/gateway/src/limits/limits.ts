import rateLimit from '@fastify/rate-limit';
import type { VerifyToken } from '@yitu/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errors } from '../errors.ts';
import type { SessionCookies } from '../sessions/cookies.ts';
import { createCallers } from './callers.ts';

export interface Limits {
  readonly perMinute: number;
  readonly verify: VerifyToken;
  readonly cookies: SessionCookies;
}

export const minute = 60_000;

const silent = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
} as const;

/** Counts the requests of each caller on all routes of this scope; too many are answered 429 with Retry-After. */
export async function limitRequests(
  app: FastifyInstance,
  { perMinute, verify, cookies }: Limits,
): Promise<void> {
  const callers = createCallers(verify);
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: minute,
    cache: 20_000,
    keyGenerator: (request) => callers(request.ip, tokenOf(request, cookies)),
    errorResponseBuilder: (_request, { ttl }) => errors.tooManyRequests({ seconds: Math.ceil(ttl / 1_000) }),
    addHeaders: silent,
    addHeadersOnExceeding: silent,
  });
}

function tokenOf({ headers }: FastifyRequest, cookies: SessionCookies): string | undefined {
  const { authorization, cookie } = headers;
  if (authorization?.slice(0, 7).toLowerCase() === 'bearer ') return authorization.slice(7);
  return authorization === undefined && cookie !== undefined ? cookies.read(cookie).access : undefined;
}
