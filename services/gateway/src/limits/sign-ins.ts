import { createHash } from 'node:crypto';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { errors } from '../errors.ts';
import type { SessionCookies } from '../sessions/cookies.ts';
import { minute } from './limits.ts';

/** Refuses a sign-in after too many attempts; a hook that runs once the body is known. */
export type LimitSignIns = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

const Attempt = Type.Partial(
  Type.Object({ agency: Type.String(), login: Type.String(), refreshToken: Type.String() }),
);

/** Counts attempts to sign in to one account from one address, over all addresses one can sign in at. Needs limitRequests in the same scope. */
export function createSignInLimit(
  app: FastifyInstance,
  perMinute: number,
  cookies: SessionCookies,
): LimitSignIns {
  const count = app.createRateLimit({
    max: perMinute,
    timeWindow: minute,
    keyGenerator: (request) => `${normalizeIP(request.ip)} ${accountOf(request, cookies)}`,
  });
  return async (request, reply) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', counted.ttlInSeconds);
    throw errors.tooManyRequests({ seconds: counted.ttlInSeconds });
  };
}

/** What an attempt is for, hashed: the account, or the refresh token. */
function accountOf(request: FastifyRequest, cookies: SessionCookies): string {
  const attempt = attemptOf(request.body);
  const {
    agency = '',
    login = '',
    refreshToken = cookies.read(request.headers.cookie).refresh ?? '',
  } = attempt;
  const account = JSON.stringify([agency.toLowerCase(), login.toLowerCase(), refreshToken]);
  return createHash('sha256').update(account).digest('base64url');
}

/** Bodies that go on to identity are still bytes here; what is no attempt at all counts together. */
function attemptOf(body: unknown) {
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
