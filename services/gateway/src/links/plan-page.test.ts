import { createClient, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStubService, type StubService } from '../fixtures/stub-service.ts';

const token = 'a.b+c/d==';
const initial = {
  agency: { code: 'yunqi', name: { zh: '云栖', en: 'Yunqi <Travel>' } },
  ...{ orderNumber: 'HQ-1', planVersion: 3, state: 'sent', title: { zh: '大理<b>', en: 'Dali <b>' } },
  days: [
    {
      ...{ day: 1, title: { zh: '抵达', en: 'Arrival' } },
      segments: [{ kind: 'sight', text: { zh: '洱海', en: 'Lake' }, from: '09:00', to: '11:30' }],
    },
  ],
};
let proposed = initial;
let refusal: object | undefined;

let world: World;
let service: StubService;
beforeAll(async () => {
  service = await startStubService((request, response) => {
    const refused = refusal && request.method === 'POST';
    response
      .writeHead(refused ? 409 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(refused ? refusal : proposed));
  });
  const gateway = { ITINERARY_URL: service.url };
  world = await startWorld({ services: ['gateway'], environment: { gateway } });
});
afterAll(async () => {
  await world.close();
  await service.stop();
});
beforeEach(() => {
  proposed = initial;
  refusal = undefined;
});

const query = new URLSearchParams({ token }).toString();
const page = async () => (await fetch(`${world.url('gateway')}/links/plan?${query}&lang=en`)).text();
const send = (fields: Record<string, string>) =>
  fetch(`${world.url('gateway')}/links/plan?lang=en`, {
    ...{ method: 'POST', redirect: 'manual' },
    body: new URLSearchParams({ token, planVersion: '3', ...fields }),
  });

describe('the page of a proposed plan', () => {
  it('shows every day, escaped, and the form to answer it', async () => {
    const text = await page();
    expect(text).toContain('Dali &lt;b&gt;');
    expect(text).toContain('Day 1 · Arrival');
    expect(text).toMatch(/09:00–11:30 Lake/);
    expect(text).toContain('value="accepted"');
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
  });

  it('is the agency’s, leads to its portal, and says first what is to be done', async () => {
    const text = await page();
    expect(text).toContain('<a class="brand" href="/portal?agency=yunqi">Yunqi &lt;Travel&gt;</a>');
    expect(text).not.toContain('Yitu');
    expect(text.indexOf('href="#answer"')).toBeLessThan(text.indexOf('Day 1'));
    expect(text.indexOf('id="answer"')).toBeGreaterThan(text.indexOf('Day 1'));
  });

  it('says that it is answered before anything else', async () => {
    proposed = { ...initial, state: 'accepted' };
    const text = await page();
    expect(text.indexOf('You have accepted')).toBeGreaterThan(0);
    expect(text.indexOf('You have accepted')).toBeLessThan(text.indexOf('Day 1'));
    expect(text).toContain('href="/portal/orders?agency=yunqi"');
  });

  it('answers for the version that was shown', async () => {
    const sent = await send({ name: ' 张三 ', comment: '', answer: 'accepted' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/links/plan?${query}&lang=en`]);
    const { url, body = '' } = service.received.at(-1) ?? {};
    expect(url).toBe('/v1/plan-acceptance');
    expect(JSON.parse(body)).toEqual({
      ...{ token, planVersion: 3, name: '张三', comment: '', answer: 'accepted' },
    });
  });

  it('says what was refused and keeps what was entered', async () => {
    refusal = { title: 'It was revised.' };
    const sent = await send({ name: '张三', comment: '</textarea>住一晚', answer: 'changes-wanted' });
    const text = await sent.text();
    expect(sent.status).toBe(409);
    expect(text).toContain('It was revised.');
    expect(text).toContain('&lt;/textarea&gt;住一晚');
  });

  it.each([
    ['accepted', 'You have accepted'],
    ['changes-wanted', 'We have what you wish'],
    ['superseded', 'There is a newer itinerary'],
  ])('tells what became of one that is %s', async (state, told) => {
    proposed = { ...initial, state };
    const text = await page();
    expect(text).toContain(told);
    expect(text).not.toContain('<form');
  });

  it('reads and sends what itinerary describes', async () => {
    const real = await startWorld({ services: ['itinerary'] });
    interface Described {
      content: { 'application/json': { schema: { properties: object } } };
    }
    const { body } = await createClient().get<{
      paths: Record<
        string,
        { get: { responses: Record<string, Described> }; post: { requestBody: Described } }
      >;
    }>(`${real.url('itinerary')}/openapi.json`);
    const { get, post } = body.paths['/v1/plan-acceptance'] ?? {};
    const keys = (described: Described | undefined) =>
      Object.keys(described?.content['application/json'].schema.properties ?? {});
    expect(keys(get?.responses['200'])).toEqual(expect.arrayContaining(Object.keys(initial)));
    expect(keys(post?.requestBody)).toEqual(['token', 'planVersion', 'answer', 'name', 'comment']);
    await real.close();
  });
});
