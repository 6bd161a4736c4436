import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { signedInCookie } from '../sessions/cookies.ts';
import { partsOfPage } from './page-parts.ts';

/**
 * The web application: its files under `/console/`, named by their content, and its two pages for every address people go to: the customers' at
 * `/portal` and below, the staff's everywhere else.
 * @param folder what `npm run build` wrote @throws when it is not there
 */
export async function consoleRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const [staff, portal] = [join(folder, 'index.html'), join(folder, 'portal.html')];
  await Promise.all([access(staff), access(portal)]);
  await app.register(fastifyStatic, {
    root: join(folder, 'console'),
    prefix: '/console/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    schemaHide: true,
  });
  const send = async (request: FastifyRequest, reply: FastifyReply, file: string) => {
    const signedIn = (request.headers.cookie ?? '').includes(`${signedInCookie}=1`);
    const [path = '/'] = request.url.split('?');
    const parts = await partsOfPage(folder, path, signedIn);
    if (parts.length > 0)
      void reply.header('link', parts.map((one) => `<${one}>; rel=modulepreload`).join(', '));
    return sendPage(request, reply, file);
  };
  app.get('/', { schema: { hide: true } }, async (request, reply) => send(request, reply, staff));
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (!asksForPage(request)) return reply.callNotFound();
    return send(request, reply, isPortal(request) ? portal : staff);
  });
}

/** Somebody who follows a link or types an address; scripts and programs that miss get their 404. */
const asksForPage = ({ headers, url }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !/^\/(api|session|assets|console)(\/|\?|$)/.test(url);

const isPortal = ({ url }: FastifyRequest): boolean => /^\/portal(\/|\?|$)/.test(url);

/** Browsers ask anew each time, since it names the files of now, and it is read anew, since a build may have replaced it; it is only sent when it has changed. */
async function sendPage(request: FastifyRequest, reply: FastifyReply, file: string): Promise<FastifyReply> {
  const html = await readFile(file, 'utf8');
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  void reply.header('cache-control', 'no-cache').header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(html);
}
