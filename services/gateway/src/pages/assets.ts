import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const files = { 'pages.css': 'text/css; charset=utf-8', 'icon.svg': 'image/svg+xml' } as const;

/** The style sheet and icon of our own pages. */
export async function assetRoutes(app: FastifyInstance): Promise<void> {
  for (const [name, type] of Object.entries(files)) {
    const content = await readFile(new URL(name, import.meta.url));
    app.get(`/assets/${name}`, { schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(content),
    );
  }
}
