import type { VerifyToken } from '@yitu/access';
import {
  answerErrors,
  answerRefusal,
  answerUnknownRoutes,
  healthRoutes,
  httpErrors,
  validatorCompiler,
  type Readiness,
} from '@yitu/runtime/http-only';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { requireDeclaredAccess } from './access.ts';
import type { Config } from './config.ts';
import { consoleRoutes } from './console/console-routes.ts';
import { eventsPage } from './docs/events-page.ts';
import { describeGateway, openApiPage } from './docs/open-api.ts';
import { limitRequests } from './limits/limits.ts';
import { createSignInLimits } from './limits/sign-ins.ts';
import { linkRoutes } from './links/link-routes.ts';
import { assetRoutes } from './pages/assets.ts';
import { protectPages } from './pages/security-headers.ts';
import { startPage } from './pages/start-page.ts';
import { sandboxPages } from './sandbox-payments/sandbox-pages.ts';
import { sessionCookies } from './sessions/cookies.ts';
import { providerRoutes } from './sessions/provider-routes.ts';
import { sessionRoutes } from './sessions/session-routes.ts';
import { apiRoutes } from './upstreams/api-routes.ts';
import type { Upstreams } from './upstreams/upstream.ts';

export interface App {
  readonly config: Config;
  readonly upstreams: Upstreams;
  readonly verify: VerifyToken;
  readonly readiness: Readiness;
  readonly log: FastifyBaseLogger;
}

const bodyLimit = 1024 * 1024;

/** The gateway's HTTP door: services, sessions and pages under common limits; health and metrics beside them. */
export async function createApp({
  config,
  upstreams,
  verify,
  readiness,
  log,
}: App): Promise<FastifyInstance> {
  const publicUrl = new URL(config.PUBLIC_URL);
  const app = bareApp(config, log);
  requireDeclaredAccess(app);
  app.setValidatorCompiler(validatorCompiler());
  answerErrors(app, bodyLimit);
  const known = listRoutes(app);
  const cookies = await sessionCookies(app, publicUrl);
  await describeGateway(app);
  healthRoutes(app, readiness);
  await app.register(async (limited) => {
    await limitRequests(limited, { perMinute: config.RATE_LIMIT_PER_MINUTE, verify, cookies });
    const signInLimits = createSignInLimits(limited, config.SIGN_IN_LIMIT_PER_MINUTE, cookies);
    await limited.register(async (scope) =>
      apiRoutes(scope, { upstreams, cookies, publicUrl, signInLimits }),
    );
    await limited.register(async (scope) =>
      sessionRoutes(scope, { upstream: upstreams.identity, cookies, publicUrl }, signInLimits),
    );
    await limited.register(async (scope) => {
      protectPages(scope, publicUrl);
      startPage(scope, upstreams, config.CONSOLE_DIR === undefined);
      eventsPage(scope);
      await assetRoutes(scope);
      await scope.register(async (links) => linkRoutes(links, upstreams, publicUrl));
      const secret = config.SANDBOX_PAYMENT_SECRET;
      if (secret)
        await scope.register(async (pages) => sandboxPages(pages, { upstream: upstreams.finance, secret }));
      await scope.register(async (providers) =>
        providerRoutes(providers, { upstream: upstreams.identity, cookies, publicUrl }),
      );
    });
    await limited.register(async (scope) => {
      protectPages(scope, publicUrl, { interactive: true });
      await openApiPage(scope);
    });
    if (config.CONSOLE_DIR !== undefined) {
      const folder = config.CONSOLE_DIR;
      await limited.register(async (scope) => {
        protectPages(scope, publicUrl, { interactive: true });
        await consoleRoutes(scope, folder);
      });
    }
  });
  answerUnknownRoutes(app, known);
  return app;
}

function bareApp({ TRUSTED_PROXIES }: Config, log: FastifyBaseLogger): FastifyInstance {
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request would cost more than passing the request on; trace ids tell requests apart.
    childLoggerFactory: (logger) => logger,
    bodyLimit,
    requestTimeout: 15_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: TRUSTED_PROXIES ?? false,
    frameworkErrors: (cause, request, reply) =>
      void answerRefusal(request, reply, httpErrors.malformed({ cause })),
  });
}

const methods = ['GET', 'POST', 'DELETE'] as const;

/** Our own addresses as they are registered from now on: known ones asked with another method are answered 405. */
function listRoutes(app: FastifyInstance) {
  const known: { method: (typeof methods)[number]; path: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    const taken = methods.filter((one) => [method].flat().includes(one));
    if (!url.includes('*')) known.push(...taken.map((one) => ({ method: one, path: url })));
  });
  return known;
}
