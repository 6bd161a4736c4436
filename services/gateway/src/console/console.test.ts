import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
let world: World;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yitu-console-'));
  await mkdir(join(folder, 'console'));
  await writeFile(join(folder, 'index.html'), '<p>staff</p>');
  await writeFile(join(folder, 'portal.html'), '<p>portal</p>');
  await writeFile(join(folder, 'console/page-1a2b.js'), 'plain');
  await writeFile(join(folder, 'console/page-1a2b.js.gz'), 'squeezed');
  world = await startWorld({ services: ['gateway'], environment: { gateway: { CONSOLE_DIR: folder } } });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const page = { accept: 'text/html,*/*' };
const ask = (path: string, headers: Record<string, string> = page) =>
  fetch(`${world.url('gateway')}${path}`, { headers, redirect: 'manual' });
const textOf = async (path: string) => (await ask(path)).text();

describe('the pages', () => {
  it.each([
    ['/', 'staff'],
    ['/orders/01a2?tab=money', 'staff'],
    ['/portalled', 'staff'],
    ['/portal', 'portal'],
    ['/portal/products', 'portal'],
    ['/portal?agency=yunqi', 'portal'],
  ])('are the same for every address below them: %s is of %s', async (path, whose) => {
    expect(await textOf(path)).toBe(`<p>${whose}</p>`);
  });

  it('run scripts of our own origin alone, and are asked for anew each time', async () => {
    const { headers } = await ask('/orders');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-cache');
    const again = await ask('/orders', { ...page, 'if-none-match': headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each([
    ['/', '', '</console/sign-in.js>; rel=modulepreload'],
    ['/orders?state=open', '', '</console/sign-in.js>; rel=modulepreload'],
    ['/', 'yitu-signed-in=1', '</console/home.js>; rel=modulepreload'],
    [
      '/portal/products/01a2',
      'yitu-signed-in=1',
      '</console/a.js>; rel=modulepreload, </console/b.js>; rel=modulepreload',
    ],
    ['/portal/register?agency=yunqi', '', '</console/register.js>; rel=modulepreload'],
    ['/portal', '', null],
    ['/nowhere', 'yitu-signed-in=1', null],
  ])('name what %s needs next, where the build has said it', async (path, cookie, link) => {
    await writeFile(
      join(folder, 'pages.json'),
      JSON.stringify({
        ...{ '/sign-in': ['/console/sign-in.js'], '/': ['/console/home.js'] },
        ...{ '/portal/products/…': ['/console/a.js', '/console/b.js'] },
        ...{ '/portal/register': ['/console/register.js'] },
      }),
    );
    expect((await ask(path, { ...page, cookie })).headers.get('link')).toBe(link);
    await rm(join(folder, 'pages.json'));
    expect((await ask(path, { ...page, cookie })).headers.get('link')).toBeNull();
  });

  it('are those of a build that came while the gateway ran', async () => {
    await writeFile(join(folder, 'portal.html'), '<p>newer</p>');
    expect(await textOf('/portal')).toBe('<p>newer</p>');
    await writeFile(join(folder, 'portal.html'), '<p>portal</p>');
  });

  it.each(['/api/nothing', '/session/nothing', '/console/nothing.js', '/assets/nothing.svg'])(
    'are no answer to what is asked for in vain: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('are no answer to programs', async () => {
    const answer = await ask('/orders', { accept: 'application/json' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      404,
      'request/no-such-route',
    ]);
  });

  it('leave the addresses of the gateway to it', async () => {
    expect(await textOf('/status')).toContain('易途');
    expect((await ask('/readyz')).headers.get('content-type')).toContain('json');
    expect(await textOf('/docs/events')).toContain('templateVersion');
  });
});

describe('the files', () => {
  it('are kept by browsers for good, and sent as small as they are', async () => {
    const { headers } = await ask('/console/page-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  it.each(['/console/../index.html', '/console/%2e%2e/index.html', '/console/..%2findex.html'])(
    'are those of their folder alone: %s',
    async (path) => {
      expect(await (await ask(path, { accept: '*/*' })).text()).not.toContain('<p>staff');
    },
  );
});
