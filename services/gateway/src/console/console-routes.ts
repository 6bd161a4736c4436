import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/** A page of the console: a frame whose scripts draw what the address says. */
interface Shell {
  readonly html: string;
  readonly etag: string;
}

/**
 * The web application: its files under `/console/`, named by their content, and its two pages for every address people go to: the customers' at
 * `/portal` and below, the staff's everywhere else.
 * @param folder what `npm run build` wrote
 */
export async function consoleRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const [staff, portal] = await Promise.all([
    readShell(join(folder, 'index.html')),
    readShell(join(folder, 'portal.html')),
  ]);
  await app.register(fastifyStatic, {
    root: join(folder, 'console'),
    prefix: '/console/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    schemaHide: true,
  });
  app.get('/', { schema: { hide: true } }, (request, reply) => sendShell(request, reply, staff));
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (!asksForPage(request)) return reply.callNotFound();
    return sendShell(request, reply, isPortal(request) ? portal : staff);
  });
}

async function readShell(file: string): Promise<Shell> {
  const html = await readFile(file, 'utf8');
  return { html, etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` };
}

/** Somebody who follows a link or types an address; scripts and programs that miss get their 404. */
const asksForPage = ({ headers, url }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !/^\/(api|session|assets|console)(\/|\?|$)/.test(url);

const isPortal = ({ url }: FastifyRequest): boolean => /^\/portal(\/|\?|$)/.test(url);

/** It is asked for anew each time, since it names the files of now; it is only sent when it has changed. */
function sendShell(request: FastifyRequest, reply: FastifyReply, { html, etag }: Shell): FastifyReply {
  void reply.header('cache-control', 'no-cache').header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(html);
}
