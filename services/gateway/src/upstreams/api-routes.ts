import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCookies } from '../sessions/cookies.ts';
import { refuseForeignOrigin } from '../sessions/same-origin.ts';
import type { LimitAttempts, SignInLimits } from '../limits/sign-ins.ts';
import { forward } from './forward.ts';
import { headersForService, type Origin } from './headers.ts';
import { targetOf } from './target.ts';
import { answerTokenRefusal, asksForToken } from './token-refusals.ts';
import { upstreamNames, type UpstreamName, type Upstreams } from './upstream.ts';

export interface ApiRoutes {
  readonly upstreams: Upstreams;
  readonly cookies: SessionCookies;
  readonly publicUrl: URL;
  readonly signInLimits: SignInLimits;
}

const method = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Where passwords and refresh tokens are tried, and letters asked for. A challenge for a passkey is no try. */
const signIns = /^\/v\d+\/((operator-)?sessions(?!\/passkey\/options$)|password-resets|registrations)(\/|$)/;
const refreshes = /^\/v\d+\/sessions\/refresh$/;

/** RFC 8414 has clients look for it at the issuer's own origin, which is ours; what it says is identity's. */
const metadata = '/.well-known/oauth-authorization-server';

/** What takes files, which are larger than anything else that is sent. The service says how large each may be. */
const fileRoutes = [
  { name: 'booking', path: '/v1/products/:productId/pictures' },
  { name: 'booking', path: '/v1/articles/:articleId/pictures' },
  { name: 'booking', path: '/v1/imports' },
] as const;
const fileLimit = 8 * 1024 * 1024;

/** Whose answer goes on: it has connections of its own, a longer patience with silence, and is ended when this process stops. */
const liveRoute = { name: 'notifications', path: '/v1/live' } as const;

/** `/api/<service>/…` goes to that service: one route each, so that metrics tell them apart. */
export function apiRoutes(app: FastifyInstance, api: ApiRoutes): void {
  app.removeAllContentTypeParsers();
  // What is inside is the service's business.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  for (const name of upstreamNames) {
    app.route({
      method,
      url: `/api/${name}/*`,
      schema: { hide: true },
      ...(name === 'identity' && {
        preHandler: identitySignIns(api.signInLimits),
        errorHandler: answerTokenRefusal,
      }),
      handler: handlerFor(name, api),
    });
  }
  for (const { name, path } of fileRoutes)
    app.route({
      method: 'POST',
      url: `/api/${name}${path}`,
      schema: { hide: true },
      bodyLimit: fileLimit,
      handler: handlerFor(name, api),
    });
  void app.register((scope, _options, done) => {
    const end = endAtClose(scope);
    scope.route({
      method: 'GET',
      url: `/api/${liveRoute.name}${liveRoute.path}`,
      exposeHeadRoute: false,
      schema: { hide: true },
      onRequest: (_request, reply, next) => {
        end(reply);
        next();
      },
      handler: handlerFor(liveRoute.name, api, 'streams'),
    });
    done();
  });
  app.get(metadata, { schema: { hide: true } }, (request, reply) => {
    const headers = headersForService(request.headers, originOf(request, api.publicUrl), undefined);
    forward(api.upstreams.identity, request, reply, { address: metadata, headers });
  });
}

const urlOf = ({ raw }: FastifyRequest) => raw.url ?? '/';

function identitySignIns({ signIn, refresh, token }: SignInLimits): LimitAttempts {
  return async (request, reply) => {
    const { path } = targetOf(urlOf(request), 'identity');
    if (request.method !== 'POST') return;
    if (asksForToken(request)) await token(request, reply);
    if (signIns.test(path)) await (refreshes.test(path) ? refresh : signIn)(request, reply);
  };
}

/** Not async: a promise for each request would wait for the end of its answer. */
function handlerFor(
  name: UpstreamName,
  { upstreams, cookies, publicUrl }: ApiRoutes,
  connections: 'pool' | 'streams' = 'pool',
) {
  const upstream = { ...upstreams[name], pool: upstreams[name][connections] };
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const { address } = targetOf(urlOf(request), name);
    if (request.headers.cookie !== undefined) refuseForeignOrigin(request, publicUrl.origin);
    const authorization = fromCookie(request, cookies);
    const headers = headersForService(request.headers, originOf(request, publicUrl), authorization);
    forward(upstream, request, reply, { address, headers });
  };
}

/** Answers of this scope are ended before it closes, which would wait for them for ever. @returns what takes each of them */
function endAtClose(scope: FastifyInstance): (reply: FastifyReply) => void {
  const open = new Set<FastifyReply['raw']>();
  scope.addHook('preClose', (done) => {
    for (const raw of open) raw.end();
    done();
  });
  return ({ raw }) => {
    open.add(raw);
    raw.once('close', () => open.delete(raw));
  };
}

/** What services are told about a request's origin. */
export const originOf = ({ ip }: FastifyRequest, { protocol, host }: URL): Origin => ({
  ip,
  proto: protocol.slice(0, -1),
  host,
});

/** A client that says itself who it is is believed that; the cookie speaks for the others. */
function fromCookie({ headers }: FastifyRequest, cookies: SessionCookies): string | undefined {
  if (headers.authorization !== undefined || headers.cookie === undefined) return undefined;
  const { access } = cookies.read(headers.cookie);
  return access === undefined ? undefined : `Bearer ${access}`;
}
