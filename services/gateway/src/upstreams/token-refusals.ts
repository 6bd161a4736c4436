import { DomainError, translate } from '@yitu/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { targetOf } from './target.ts';

const tokens = /^\/v\d+\/oauth\/token\/?$/;

/** Whether a request is one to OAuth's token endpoint, however its address is spelt. */
export function asksForToken({ method, raw: { url = '/' } }: FastifyRequest): boolean {
  if (method !== 'POST') return false;
  try {
    return tokens.test(targetOf(url, 'identity').path);
  } catch (error) {
    if (error instanceof DomainError) return false; // no address of identity's at all
    throw error;
  }
}

/**
 * What the gateway itself refuses at the token endpoint, in OAuth's own shape (RFC 6749, 5.2), as what identity refuses there; other requests'
 * errors go on to the common handler. RFC 6749 has no word for too many requests: of those it has (4.1.2.1) this one means "later".
 */
export function answerTokenRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (!asksForToken(request) || !(error instanceof DomainError)) throw error;
  const { status, texts, retryAfterSeconds } = error;
  if (status >= 500) request.log.error({ err: error.cause ?? error, code: error.code }, 'a request failed');
  const later = status === 429 || status >= 500;
  const retryAfter = retryAfterSeconds ?? (status === 503 ? 1 : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const body = {
    error: later ? 'temporarily_unavailable' : 'invalid_request',
    error_description: described(translate(texts, 'en')),
  };
  void reply
    .code(status)
    .headers({ 'cache-control': 'no-store', pragma: 'no-cache' })
    .type('application/json')
    .send(JSON.stringify(body));
}

/** The characters RFC 6749 lets a description have. */
const described = (text: string): string => text.replaceAll(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?');
