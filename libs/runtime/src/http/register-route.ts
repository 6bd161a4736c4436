import { createHash, createHmac } from 'node:crypto';
import {
  accessErrors,
  requireMember,
  requirePermission,
  type Authenticate,
  type Permission,
  type Principal,
} from '@yitu/access';
import type { Clock } from '@yitu/kernel';
import { answeredBefore, recordRefusal, type Call, type Database, type Idempotency } from '@yitu/persistence';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { earlierAnswer } from './earlier-answer.ts';
import { httpErrors } from './errors.ts';
import { endStreamsAtClose, eventsMediaType, sendEvents, type EventsAnswer } from './event-stream.ts';
import { acceptFiles, filesSchema, sendFile, type FileAnswer } from './files.ts';
import { acceptForms } from './forms.ts';
import { Problem, refusalOf } from './problem.ts';
import type { Access, Refusals, Route } from './route.ts';
import { closed } from './validation.ts';

interface Door {
  readonly authenticate: Authenticate;
  readonly database: Database;
  readonly clock: Clock;
  /** Requests are remembered by a keyed hash: they may hold a password. */
  readonly hashKey: string;
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Puts an operation on the door: who asks, whether they may, what they ask, then its `handle`. */
export function registerRoute(app: FastifyInstance, route: Route, door: Door): void {
  const { consumes, answersEvents } = route;
  if (consumes === undefined && !answersEvents) return register(app, route, door);
  // Only this operation takes forms or files: a JSON operation answers them 415, which also keeps pages of other sites from sending one.
  void app.register((scope, _options, done) => {
    if (consumes === 'form') acceptForms(scope);
    else if (consumes) acceptFiles(scope, consumes);
    if (answersEvents) endStreamsAtClose(scope);
    register(scope, route, door);
    done();
  });
}

function register(app: FastifyInstance, route: Route, door: Door): void {
  const { ownCredential, headers = {}, refusals } = route;
  const { method, path, params, query, body, result, status = 200, accepted, access } = route;
  const { versioned, mediaType, answersFile, answersEvents } = route;
  const textType = answersEvents ? eventsMediaType : mediaType;
  const files = typeof route.consumes === 'object' ? route.consumes : undefined;
  app.route({
    method,
    url: path,
    ...(files && { bodyLimit: files.limit }),
    ...(answersEvents && { exposeHeadRoute: false }),
    schema: {
      ...(params && { params }),
      ...(query && { querystring: closed(query) }),
      ...(body && unsafe.has(method) && { body: closed(body) }),
      ...(files && { body: filesSchema(files) }),
      ...(unsafe.has(method) && { headers: unsafeHeaders(versioned === true, route.reads ?? []) }),
      response: {
        [status]: answersFile ? contentsOf(answersFile) : textType ? contentOf(textType, result) : result,
        ...(accepted && { 202: accepted.result }),
        default: refusals?.schema ?? Problem,
      },
      ...described(route),
    },
    ...(refusals && { errorHandler: answerAs(refusals, headers) }),
    // Who may ask is settled before anybody is told what is wrong with the input.
    onRequest: async (request) => {
      const token = ownCredential ? undefined : bearer(request);
      const principal = await door.authenticate(token);
      callers.set(request, { principal, ...(token && { token }) });
      try {
        checkAccess(principal, access);
      } catch (refusal) {
        if (route.recordsRefusals && access.includes('.'))
          await recordRefusal(callOf(request, door, route), access as Permission); // the others are single words
        throw refusal;
      }
    },
    handler: async (request, reply) => {
      const call = callOf(request, door, route);
      const version = versioned ? ifMatch(request) : 0;
      const asked = { params: request.params, query: request.query, body: request.body ?? {} };
      const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const shown = {
        headers: headersOf(request, route),
        ...ownCredentialOf(request, route),
        ...(answersEvents && lastEventIdOf(request)),
      };
      const input = { ...asked, version, file, ...shown };
      const answer = await route
        .handle(call, input)
        .catch((error: unknown) => earlierAnswer(() => answeredBefore(call), error));
      if (answersEvents) return sendEvents(app, reply, answer as EventsAnswer); // as such operations declare
      if (answersFile) return sendFile(request, reply, answer as FileAnswer); // as such operations declare
      const current: unknown =
        typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'version') : undefined;
      if (typeof current === 'number') reply.header('etag', `"${current}"`);
      if (mediaType) reply.type(mediaType).header('content-disposition', 'attachment');
      const isAccepted =
        accepted && typeof answer === 'object' && answer !== null && accepted.member in answer;
      return reply
        .code(isAccepted ? 202 : status)
        .headers(headers)
        .send(answer);
    },
  });
}

const headersOf = ({ headers }: FastifyRequest, { reads = [] }: Route): Record<string, string> =>
  Object.fromEntries(
    reads.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );

const ownCredentialOf = ({ headers: { authorization } }: FastifyRequest, { ownCredential }: Route) =>
  ownCredential && authorization !== undefined ? { authorization } : {};

const lastEventIdOf = ({ headers: { 'last-event-id': id } }: FastifyRequest) =>
  typeof id === 'string' && id !== '' ? { lastEventId: id } : {};

/** Answers errors as the operation's own standard wants them; what nobody expected is logged, never shown. */
const answerAs =
  ({ of }: Refusals, own: Readonly<Record<string, string>>) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const wrongType =
      error instanceof Error && Reflect.get(error, 'code') === 'FST_ERR_CTP_INVALID_MEDIA_TYPE';
    const refusal = wrongType ? httpErrors.formExpected({ cause: error }) : refusalOf(error);
    if (refusal.status >= 500)
      request.log.error({ err: refusal.cause ?? refusal, code: refusal.code }, 'a request failed');
    const { status, headers = {}, body } = of(refusal);
    void reply
      .code(status)
      .headers({ ...own, ...headers })
      .type('application/json')
      .send(JSON.stringify(body));
  };

const callers = new WeakMap<FastifyRequest, { principal: Principal; token?: string }>();

function callOf(
  request: FastifyRequest,
  { database, clock, hashKey }: Door,
  { fourEyes = false }: Route,
): Call {
  const caller = callers.get(request);
  if (!caller) throw new Error('onRequest has not run');
  const idempotency = unsafe.has(request.method) ? idempotencyOf(request, hashKey) : undefined;
  return {
    ...{ database, clock, fourEyes, ...caller, remoteAddress: request.ip },
    ...(idempotency && { idempotency }),
  };
}

function bearer(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  const [scheme, token] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw accessErrors.invalidToken();
  return token;
}

function checkAccess(principal: Principal, access: Access): void {
  if (access === 'anyone' || access === 'link') return;
  if (access === 'signed-in') requireMember(principal);
  else if (access === 'operator') {
    if (principal.kind === 'anonymous') throw accessErrors.unauthenticated();
    if (principal.kind !== 'operator') throw accessErrors.notTheOperator();
  } else requirePermission(principal, access);
}

function idempotencyOf(request: FastifyRequest, hashKey: string): Idempotency | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw httpErrors.idempotencyKeyMalformed();
  const asked = JSON.stringify([
    request.method,
    request.url,
    request.headers['if-match'] ?? '',
    Buffer.isBuffer(request.body)
      ? createHash('sha256').update(request.body).digest('hex')
      : (request.body ?? null),
  ]);
  return { key, requestHash: createHmac('sha256', hashKey).update(asked).digest('base64url') };
}

function ifMatch(request: FastifyRequest): number {
  const given = request.headers['if-match'];
  if (given === undefined) throw httpErrors.ifMatchRequired();
  const version = /^"(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) throw httpErrors.ifMatchMalformed();
  return Number(version);
}

/** In a schema a media type stands without its parameters. */
const contentOf = (mediaType: string, schema: TSchema) => ({
  description: 'The text itself',
  content: { [mediaType.replace(/;.*/, '')]: { schema } },
});

const contentsOf = (mediaTypes: readonly string[]) => ({
  description: 'The file itself',
  content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: {} }])),
});

const unsafeHeaders = (versioned: boolean, read: readonly string[]) => ({
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      description: 'The same key with the same request gives the first answer again.',
    },
    ...Object.fromEntries(read.map((name) => [name, { type: 'string' }])),
    ...(versioned && {
      'if-match': { type: 'string', description: 'The ETag of the version that was read; required.' },
    }),
  },
});

function described({ summary, access, method, path, consumes, fourEyes }: Route) {
  const open = access === 'anyone' || access === 'link';
  const operationId = `${method.toLowerCase()}${path.replaceAll(/[^a-zA-Z0-9]+(.)?/g, (_all, next: string | undefined) => next?.toUpperCase() ?? '')}`;
  return {
    summary,
    operationId,
    description: `Access: ${access}`,
    security: open ? [] : [{ bearer: [] }],
    'x-access': access,
    ...(consumes === 'form' && { consumes: ['application/x-www-form-urlencoded'] }),
    ...(fourEyes && { 'x-yitu-four-eyes': true }),
  };
}

/** The frame of a service's OpenAPI 3.1 document. */
export const openApiOf = (service: string, description: string) => ({
  openapi: '3.1.0',
  info: { title: `Yitu ${service}`, description, version: '1.0.0' },
  servers: [{ url: `/api/${service}` }],
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } as const },
  },
});
