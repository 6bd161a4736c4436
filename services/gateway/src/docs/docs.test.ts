import { Parser } from '@asyncapi/parser';
import { eventCatalogue } from '@yitu/contracts';
import { createClient, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'gateway'] });
});
afterAll(() => world.close());

const at = (path: string) => `${world.url('gateway')}${path}`;

async function page(path: string, language = 'zh') {
  const response = await fetch(at(path), { headers: { 'accept-language': language } });
  return { response, text: await response.text() };
}

describe('the page of all events', () => {
  it.each(['zh', 'en'])('names every event of every service, and its fields (%s)', async (language) => {
    const { response, text } = await page('/docs/events', language);
    expect(response.status).toBe(200);
    const facts = eventCatalogue.filter(({ kind }) => kind === 'event');
    expect(facts.length).toBeGreaterThan(30);
    for (const { type, service } of facts) {
      expect(text).toContain(`id="${type}"`);
      expect(text).toContain(`<h2 id="${service}">`);
    }
    expect(text).toContain('<code>holdExpiresAt</code>');
    expect(text).toContain('Money {');
  });

  it('shows a document that AsyncAPI’s own parser finds valid', async () => {
    const { text } = await page('/docs/asyncapi.json');
    const { document, diagnostics } = await new Parser().parse(text);
    // 0 is an error; the others are advice.
    expect(diagnostics.map(({ severity }) => severity)).not.toContain(0);
    expect(document?.version()).toBe('3.0.0');
    expect(document?.channels().length).toBeGreaterThan(30);
  });
});

describe('the page of all interfaces', () => {
  it('offers the documents of all services, with nothing from elsewhere', async () => {
    const { response, text } = await page('/docs');
    expect(response.status).toBe(200);
    expect(text).not.toMatch(/(src|href)="https?:/);
    expect(text).not.toMatch(/<script>|\son\w+=/);
    const initializer = await (await fetch(at('/docs/static/swagger-initializer.js'))).text();
    for (const name of ['identity', 'crm', 'booking', 'itinerary', 'finance', 'notifications', 'analytics'])
      expect(initializer).toContain(`/api/${name}/openapi.json`);
    const own = [...text.matchAll(/(?<=(?:src|href)=")[^"]+/g)].map(([path]) => path);
    expect(own).toHaveLength(7);
    for (const path of own) expect((await fetch(at(path))).status).toBe(200);
  });

  it('has the gateway’s own document', async () => {
    const { body } = await createClient().get<{ openapi: string; paths: object }>(at('/openapi.json'));
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths).toSorted()).toEqual([
      '/session',
      '/session/passkey',
      '/session/refresh',
      '/session/second-factor',
    ]);
  });
});

describe('the start page', () => {
  it('says in both languages what runs and where to go on', async () => {
    const chinese = await page('/');
    const english = await page('/?lang=en');
    expect(chinese.text).toContain('<html lang="zh-CN">');
    expect(chinese.text).toContain('运行中');
    expect(chinese.text).toContain('无应答');
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('does not answer');
    for (const path of ['/docs', '/docs/events', '/assets/pages.css', '/assets/icon.svg']) {
      expect(chinese.text).toContain(`href="${path}`);
      expect((await fetch(at(path))).status).toBe(200);
    }
  });
});

describe('our own pages', () => {
  it.each(['/', '/docs', '/docs/static/swagger-ui.css', '/docs/events', '/links/contract'])(
    'cannot be framed, run nothing foreign and name nobody their address (%s)',
    async (path) => {
      const { response } = await page(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('strict-transport-security')).toBeNull();
    },
  );
});

describe('health', () => {
  it('is told to probes and scrapers', async () => {
    expect((await createClient().get(at('/livez'))).body).toEqual({ status: 'alive' });
    const ready = await createClient().get<{ ready: boolean; checks: object }>(at('/readyz'));
    expect(ready.body).toMatchObject({ ready: true, checks: { identity: true, finance: false } });
    expect((await fetch(at('/metrics'))).headers.get('content-type')).toContain('text/plain');
  });
});
