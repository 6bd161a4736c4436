import { DomainError } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpErrors } from './errors.ts';
import { preferredLocale, problemMediaType, problemOf, refusalOf } from './problem.ts';
import type { Route } from './route.ts';

/** Every error leaves as a problem answer in the caller's language; what nobody expected is logged, never shown. */
export function answerErrors(app: FastifyInstance, bodyLimit: number): void {
  app.setErrorHandler((error, request, reply) => {
    const tooLarge = error instanceof Error && Reflect.get(error, 'code') === 'FST_ERR_CTP_BODY_TOO_LARGE';
    const refusal = tooLarge
      ? httpErrors.tooLarge({ limit: request.routeOptions.bodyLimit ?? bodyLimit })
      : refusalOf(error);
    if (refusal.status >= 500)
      request.log.error({ err: refusal.cause ?? refusal, code: refusal.code }, 'a request failed');
    return answerRefusal(request, reply, refusal);
  });
}

/** 404 for unknown addresses, 405 with Allow for known ones asked with another method. */
export function answerUnknownRoutes(
  app: FastifyInstance,
  routes: readonly Pick<Route, 'method' | 'path'>[],
): void {
  const known = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}$`),
  }));
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const allowed = [
      ...new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
    ];
    if (allowed.length === 0) return answerRefusal(request, reply, httpErrors.noSuchRoute());
    reply.header('allow', allowed.join(', '));
    return answerRefusal(request, reply, httpErrors.methodNotAllowed({ allowed: allowed.join(', ') }));
  });
}

/** Sends a refusal as its problem answer in the caller's language. */
export function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: DomainError,
): FastifyReply {
  const locale = preferredLocale(request.headers['accept-language']);
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer');
  const retryAfter = refusal.retryAfterSeconds ?? (refusal.status === 503 ? 1 : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const body = JSON.stringify(problemOf(refusal, locale, pathOf(request)));
  return reply.code(refusal.status).header('content-language', locale).type(problemMediaType).send(body);
}

const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '/';
