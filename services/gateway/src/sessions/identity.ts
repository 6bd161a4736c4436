import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { originOf } from '../upstreams/api-routes.ts';
import { ask, type Answer } from '../upstreams/ask.ts';
import { headersForService } from '../upstreams/headers.ts';
import type { Upstream } from '../upstreams/upstream.ts';
import type { SessionCookies } from './cookies.ts';

/** What identity answers to a sign-in and a refresh. */
const SignedIn = Type.Object({
  userId: Type.String(),
  agencyId: Type.String(),
  accessToken: Type.String(),
  refreshToken: Type.String(),
  expiresInSeconds: Type.Integer(),
  device: Type.Optional(Type.String()),
  recoveryCodes: Type.Optional(Type.Array(Type.String())),
});

export interface Identity {
  readonly upstream: Upstream;
  readonly cookies: SessionCookies;
  readonly publicUrl: URL;
}

/** Asks identity for somebody: where they are and which language they want goes along. */
export function askIdentity(
  { upstream, publicUrl }: Identity,
  request: FastifyRequest,
  question: { method: 'POST' | 'DELETE'; path: string; body?: unknown; token?: string },
): Promise<Answer> {
  const language = request.headers['accept-language'];
  const authorization = question.token === undefined ? undefined : `Bearer ${question.token}`;
  const incoming = language === undefined ? {} : { 'accept-language': language };
  const headers = headersForService(incoming, originOf(request, publicUrl), authorization);
  return ask(upstream, { ...question, headers });
}

/** The tokens of a successful answer of identity; undefined for any other. */
export function tokensOf({ status, text }: Answer) {
  if (status !== 200 && status !== 201) return undefined;
  const answer: unknown = JSON.parse(text);
  if (Value.Check(SignedIn, answer)) return answer;
  throw new Error('identity answered a sign-in with something else');
}

/** Hands the tokens to the browser as cookies and tells its scripts only who signed in; a refusal of identity goes on as it is. */
export function answerSignedIn(reply: FastifyReply, cookies: SessionCookies, answer: Answer): FastifyReply {
  const signedIn = tokensOf(answer);
  if (!signedIn) return passOn(reply, answer);
  const { userId, agencyId, accessToken, refreshToken, expiresInSeconds, device, recoveryCodes } = signedIn;
  cookies.set(reply, { access: accessToken, refresh: refreshToken, device }, expiresInSeconds);
  return reply
    .code(answer.status)
    .send({ userId, agencyId, expiresInSeconds, ...(recoveryCodes && { recoveryCodes }) });
}

/** An answer of identity, untouched: a problem, or the next step of signing in. */
export function passOn(reply: FastifyReply, { status, type, text, retryAfter }: Answer): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply.code(status).type(type).serializer(String).send(text);
}
