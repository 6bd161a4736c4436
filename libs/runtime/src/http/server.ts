import swagger from '@fastify/swagger';
import type { Authenticate } from '@yitu/access';
import type { Clock } from '@yitu/kernel';
import type { Database } from '@yitu/persistence';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { answerErrors, answerRefusal, answerUnknownRoutes } from './answers.ts';
import { httpErrors } from './errors.ts';
import { healthRoutes, type Readiness } from './health.ts';
import { openApiOf, registerRoute } from './register-route.ts';
import { refusalOf } from './problem.ts';
import type { Route } from './route.ts';
import { serializersOnDemand } from './serialization.ts';
import { validatorCompiler } from './validation.ts';
import { brokenTexts } from './whole-texts.ts';

export interface HttpOptions {
  readonly service: string;
  readonly description: string;
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  readonly database: Database;
  readonly clock: Clock;
  readonly hashKey: string;
  readonly log: FastifyBaseLogger;
  readonly readiness: Readiness;
}

const bodyLimit = 1024 * 1024;

/** The HTTP door: every route validated, its access checked, its refusals answered as problems; `/openapi.json`, health and metrics beside them. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    schemaController: { compilersFactory: { buildSerializer: serializersOnDemand } },
    // Answers are written by the schemas too; what their formats mean is settled where input is checked.
    serializerOpts: { ajv: { formats: { 'minor-units': true, 'local-date': true, country: true } } },
    // The gateway stands before every service and names the client it saw.
    trustProxy: (_address, hop) => hop === 0,
    requestTimeout: 15_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void answerRefusal(request, reply, refusalOf(error)),
  });
  app.setValidatorCompiler(validatorCompiler());
  answerErrors(app, bodyLimit);
  answerUnknownRoutes(app, options.routes);
  takeJsonBodies(app);
  await app.register(swagger, { openapi: openApiOf(options.service, options.description) });
  healthRoutes(app, options.readiness);
  await app.register((scope, _options, done) => {
    for (const route of options.routes) registerRoute(scope, route, options);
    done();
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  return app;
}

/** A POST without anything to say may come without a body, whatever its content type says; texts are of whole characters. */
export function takeJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, {});
    else
      // It answers through what it is given.
      void parse(request, body.toString(), (error, parsed: unknown) => {
        const fields = error ? [] : brokenTexts(body.toString(), parsed);
        if (fields.length > 0) done(httpErrors.invalid({ fields }));
        else done(error, parsed);
      });
  });
}
