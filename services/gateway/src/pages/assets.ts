import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

// Written out one by one, so that a build finds the files.
const files = [
  { name: 'pages.css', url: new URL('./pages.css', import.meta.url), type: 'text/css; charset=utf-8' },
  { name: 'icon.svg', url: new URL('./icon.svg', import.meta.url), type: 'image/svg+xml' },
];

/** The style sheet and icon of our own pages. */
export async function assetRoutes(app: FastifyInstance): Promise<void> {
  for (const { name, url, type } of files) {
    const content = await readFile(url);
    app.get(`/assets/${name}`, { schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(content),
    );
  }
}
