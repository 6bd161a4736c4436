import { readFile } from 'node:fs/promises';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { upstreamNames } from '../upstreams/upstream.ts';

/** Describes the gateway's own operations at `/openapi.json`. To be registered before the routes it describes. */
export async function describeGateway(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yitu gateway',
        description: 'Sessions of browsers. Everything else is at the services: /api/<service>/…',
        version: '1.0.0',
      },
      servers: [{ url: '/' }],
    },
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

/** `/docs`: the documents of all services to choose from, drawn by Swagger UI from its package's own files. */
export async function openApiPage(app: FastifyInstance): Promise<void> {
  const urls = upstreamNames.map((name) => ({ name, url: `/api/${name}/openapi.json` }));
  const icon = await readFile(new URL('../pages/icon.svg', import.meta.url));
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    logo: { type: 'image/svg+xml', content: icon },
    theme: { title: '易途 Yitu · API' },
    uiConfig: {
      urls: [...urls, { name: 'gateway', url: '/openapi.json' }],
      displayRequestDuration: true,
      displayOperationId: false,
      tagsSorter: 'alpha',
      validatorUrl: null,
    },
  });
}
