import { DomainError, translate } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { errors } from '../errors.ts';
import { refusalNotice, refusedBy, type Refused } from '../links/link-service.ts';
import { html } from '../pages/html.ts';
import { localeOf, parameter, sendPage } from '../pages/page.ts';
import type { Answer } from '../upstreams/ask.ts';
import { askIdentity, tokensOf, type Identity } from './identity.ts';
import { providerCookie, type ProviderCookie } from './provider-cookie.ts';
import { returnPathOf } from './return-path.ts';

const Started = Type.Object({
  authorizationUrl: Type.String(),
  token: Type.String(),
  expiresInSeconds: Type.Integer(),
});

interface Route {
  Params: { agency: string };
}

type Asked = FastifyRequest<Route>;

/**
 * `/session/oidc/<agency-code>`: signing in through an agency's own identity provider (OpenID Connect). Identity speaks with the provider; here are
 * the browser's way there and back, and its cookies. People read these answers: a refusal is a page.
 */
export function providerRoutes(app: FastifyInstance, identity: Identity): void {
  const cookie = providerCookie(app, identity.publicUrl);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof DomainError)) throw error;
    // both routes of this scope have it
    return sendRefusal(request as Asked, reply, {
      status: error.status,
      reasons: [translate(error.texts, localeOf(request))],
      fields: {},
    });
  });
  const schema = { hide: true };
  app.get<Route>('/session/oidc/:agency', { schema }, (request, reply) =>
    leave(identity, cookie, request, reply),
  );
  app.get<Route>('/session/oidc/:agency/callback', { schema }, (request, reply) =>
    comeBack(identity, cookie, request, reply),
  );
}

/** To the provider. */
async function leave(identity: Identity, cookie: ProviderCookie, request: Asked, reply: FastifyReply) {
  const returnTo = returnPathOf(parameter(request.query, 'return'));
  const answer = await askIdentity(identity, request, {
    method: 'POST',
    path: '/v1/sessions/oidc/start',
    body: { agency: request.params.agency, returnTo },
  });
  const refused = refusedBy(answer);
  if (refused) return sendRefusal(request, reply, refused);
  const started = read(answer);
  cookie.set(reply, started.token, started.expiresInSeconds);
  return reply.redirect(started.authorizationUrl, 303);
}

function read({ text }: Answer) {
  const answer: unknown = JSON.parse(text);
  if (Value.Check(Started, answer)) return answer;
  throw new Error('identity began a sign-in with something else');
}

/** Back from the provider: whatever comes of it, this browser's sign-in is used. */
async function comeBack(identity: Identity, cookie: ProviderCookie, request: Asked, reply: FastifyReply) {
  const token = cookie.read(request.headers.cookie);
  cookie.clear(reply);
  if (!token) throw errors.signInNotBegun();
  const answer = await askIdentity(identity, request, {
    method: 'POST',
    path: '/v1/sessions/oidc',
    body: {
      agency: request.params.agency,
      token,
      parameters: request.url.split('?').slice(1).join('?'),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    },
  });
  const refused = refusedBy(answer);
  const signedIn = refused ? undefined : tokensOf(answer);
  if (!signedIn)
    return sendRefusal(request, reply, refused ?? { status: answer.status, reasons: [], fields: {} });
  const { accessToken, refreshToken, expiresInSeconds, device } = signedIn;
  identity.cookies.set(reply, { access: accessToken, refresh: refreshToken, device }, expiresInSeconds);
  return goOn(request, reply, returnPathOf(parameter(JSON.parse(answer.text), 'returnTo')));
}

const goingOn = { zh: '已登录', en: 'Signed in' };

/**
 * A page that leads on, where a redirect would not do: the browser comes from the provider's site, and would send no SameSite=Strict cookie along
 * with a redirect, but does with a step from a page of ours.
 */
function goOn(request: FastifyRequest, reply: FastifyReply, path: string): FastifyReply {
  reply.header('refresh', `0; url=${path}`);
  const locale = localeOf(request);
  const body = html`<h1>${goingOn[locale]}</h1>
    <p><a href="${path}">${locale === 'zh' ? '继续' : 'Go on'}</a></p>`;
  return sendPage(request, reply, { title: goingOn, body });
}

const refusedTitle = { zh: '未能登录', en: 'Not signed in' };

function sendRefusal(request: Asked, reply: FastifyReply, refused: Refused): FastifyReply {
  const locale = localeOf(request);
  const again = `/session/oidc/${encodeURIComponent(request.params.agency)}`;
  const body = html`<h1>${refusedTitle[locale]}</h1>
    ${refusalNotice(refused)}
    <p><a href="${again}">${locale === 'zh' ? '重新登录' : 'Try again'}</a></p>`;
  return sendPage(request, reply, { title: refusedTitle, body }, refused.status);
}
