import { takeJsonBodies, Problem } from '@yitu/runtime/http-only';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import type { SignInLimits } from '../limits/sign-ins.ts';
import { answerSignedIn, askIdentity, passOn, tokensOf, type Identity } from './identity.ts';
import { createRefresh, type Refresh } from './refresh.ts';
import { comesFromBrowser, refuseForeignOrigin } from './same-origin.ts';

const Credentials = Type.Object({
  agency: Type.String({ minLength: 1, maxLength: 40, description: "The agency's code" }),
  login: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'User name, e-mail address or mobile number',
  }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});

/** What identity takes; it says what is wrong with it. */
const Step = Type.Object({}, { additionalProperties: true });

const Session = Type.Object(
  {
    userId: Type.String(),
    agencyId: Type.String(),
    expiresInSeconds: Type.Integer(),
    recoveryCodes: Type.Optional(
      Type.Array(Type.String(), { description: 'Where an authenticator was set up with this step' }),
    ),
  },
  { title: 'Session', description: 'Who is signed in. The tokens are in cookies that scripts cannot read.' },
);

/** A browser's session: the tokens stay in cookies, its scripts never see them. */
export function sessionRoutes(app: FastifyInstance, identity: Identity, limits: SignInLimits): void {
  takeJsonBodies(app);
  const askRefresh = createRefresh(identity);
  // Signing somebody in against their knowledge is an attack too, so no cookie is needed to be refused.
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (comesFromBrowser(request)) refuseForeignOrigin(request, identity.publicUrl.origin);
  });
  app.post<{ Body: Static<typeof Credentials> }>('/session', {
    schema: {
      summary: 'Sign in; 202 where a second factor is needed: /session/second-factor is the next step then',
      operationId: 'startSession',
      body: { ...Credentials, additionalProperties: false },
      response: { 201: Session, default: Problem },
    },
    preHandler: limits.signIn,
    handler: (request, reply) => signIn(identity, '/v1/sessions', request, reply),
  });
  for (const [step, summary] of furtherWays)
    app.post<{ Body: Record<string, unknown> }>(`/session/${step}`, {
      schema: {
        summary,
        operationId: `startSessionWith${step === 'passkey' ? 'Passkey' : 'SecondFactor'}`,
        body: Step,
        response: { 201: Session, default: Problem },
      },
      preHandler: limits.signIn,
      handler: (request, reply) => signIn(identity, `/v1/sessions/${step}`, request, reply),
    });
  app.post('/session/refresh', {
    schema: {
      summary: 'Go on with the session: the next pair of tokens for the one in the cookies',
      operationId: 'refreshSession',
      response: { 200: Session, default: Problem },
    },
    preHandler: limits.refresh,
    handler: (request, reply) => refresh({ identity, askRefresh }, request, reply),
  });
  app.delete('/session', {
    schema: {
      summary: 'Sign out',
      operationId: 'endSession',
      response: { 204: Type.Null(), default: Problem },
    },
    handler: (request, reply) => signOut({ identity, askRefresh }, request, reply),
  });
}

/** Each goes to identity's own operation of that name. */
const furtherWays = [
  ['second-factor', 'The second step of signing in: a code, a recovery code or a passkey'],
  ['passkey', 'Sign in with a passkey alone'],
] as const;

async function signIn(
  identity: Identity,
  path: string,
  request: FastifyRequest<{ Body: Record<string, unknown> }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const userAgent = (request.headers['user-agent'] ?? '').slice(0, 300);
  const { device } = identity.cookies.read(request.headers.cookie);
  const body = { ...request.body, userAgent, ...(device && { device }) };
  const answer = await askIdentity(identity, request, { method: 'POST', path, body });
  return answerSignedIn(reply, identity.cookies, answer);
}

interface Asking {
  readonly identity: Identity;
  readonly askRefresh: Refresh;
}

async function refresh(
  { identity, askRefresh }: Asking,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refreshToken = identity.cookies.read(request.headers.cookie).refresh;
  if (!refreshToken) throw errors.notSignedIn();
  const answer = await askRefresh(request, refreshToken);
  if (answer.status === 401) identity.cookies.clear(reply);
  return answerSignedIn(reply, identity.cookies, answer);
}

/** The cookies go whatever identity says. A session whose short access token has expired is refreshed once more to be ended. */
async function signOut(
  { identity, askRefresh }: Asking,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { access, refresh: refreshToken } = identity.cookies.read(request.headers.cookie);
  identity.cookies.clear(reply);
  const ended = access ? await askEnd(identity, request, access) : undefined;
  if (ended?.status === 200) return reply.code(204).send();
  const renewed = refreshToken ? tokensOf(await askRefresh(request, refreshToken)) : undefined;
  const answer = renewed ? await askEnd(identity, request, renewed.accessToken) : ended;
  // Nobody was signed in any more: what was asked for is so.
  if (!answer || answer.status === 200 || answer.status === 401) return reply.code(204).send();
  return passOn(reply, answer);
}

const askEnd = (identity: Identity, request: FastifyRequest, token: string) =>
  askIdentity(identity, request, { method: 'DELETE', path: '/v1/sessions/current', token });
