import { createClient, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStubService, type StubService } from '../fixtures/stub-service.ts';

const token = 'a.b+c/d==';
const problem = (status: number, title: string, errors?: object[]) => ({
  status,
  type: 'urn:yitu:problem:x/y',
  code: 'x/y',
  title,
  errors,
});

const question = { kind: 'number', required: true, minimum: 1, maximum: 5 };
const questions = [
  { ...question, key: 'attitude', text: { zh: '服务态度?', en: 'Attitude?' } },
  { ...question, key: 'nps', minimum: 0, maximum: 10, text: { zh: '推荐?', en: 'Recommend?' } },
  { key: 'comment', kind: 'text', required: false, maxLength: 50, text: { zh: '还有?', en: 'Else?' } },
];

let contract = {
  number: 'HQ-1',
  text: '',
  contentHash: 'abc',
  state: 'sent',
  signedAt: null as string | null,
  timeZone: 'Asia/Shanghai',
};
let form = { surveyId: 's', validUntil: '2026-12-31', answered: false, questions };
let refusal: ReturnType<typeof problem> | undefined;

let world: World;
let service: StubService;
beforeAll(async () => {
  service = await startStubService((request, response) => {
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (refusal && (request.method === 'POST' || refusal.status === 410)) json(refusal.status, refusal);
    else json(200, request.url?.startsWith('/v1/survey') ? form : contract);
  });
  const gateway = { ITINERARY_URL: service.url, CRM_URL: service.url };
  world = await startWorld({ services: ['gateway'], environment: { gateway } });
});
afterAll(async () => {
  await world.close();
  await service.stop();
});
beforeEach(() => {
  contract = { ...contract, text: '第一条 <b>旅游</b>产品\n"二"', state: 'sent', signedAt: null };
  form = { ...form, answered: false };
  refusal = undefined;
});

const at = (path: string) => `${world.url('gateway')}${path}`;
const query = new URLSearchParams({ token }).toString();

async function open(path: string, language = 'zh') {
  const response = await fetch(at(path), { headers: { 'accept-language': language } });
  return { response, text: await response.text() };
}

const send = (path: string, fields: Record<string, string>) =>
  fetch(at(path), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

describe('the contract page', () => {
  it('shows the text, escaped, with its fingerprint and the form to sign it', async () => {
    const { response, text } = await open(`/links/contract?${query}`);
    expect(response.status).toBe(200);
    expect(text).toContain('第一条 &lt;b&gt;旅游&lt;/b&gt;产品\n&quot;二&quot;');
    expect(text).toContain('<code>abc</code>');
    expect(text).toContain('name="signerName"');
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
    expect(service.received.at(-1)).toMatchObject({ method: 'GET', url: `/v1/contract-signing?${query}` });
  });

  it('keeps the address with the token to itself', async () => {
    const { response } = await open(`/links/contract?${query}`);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('speaks English where that is asked for, and leads to the other language with the token', async () => {
    const { text } = await open(`/links/contract?${query}&lang=en`);
    expect(text).toContain('Sign the contract');
    expect(text).toContain(`href="/links/contract?${query.replaceAll('&', '&amp;')}&amp;lang=zh"`);
    expect(service.received.at(-1)?.headers['accept-language']).toBe('en');
  });

  it('signs with the name and the consent, and shows the outcome at its own address', async () => {
    const sent = await send('/links/contract?lang=en', { token, signerName: ' 张三 ', accepted: 'yes' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`/links/contract?${query}&lang=en`);
    const { method, url, body = '' } = service.received.at(-1) ?? {};
    expect([method, url]).toEqual(['POST', '/v1/contract-signing']);
    expect(JSON.parse(body)).toEqual({ token, signerName: '张三', accepted: true });
    contract = { ...contract, state: 'signed', signedAt: '2026-11-21T08:30:00Z' };
    const { text } = await open(`/links/contract?${query}&lang=en`);
    expect(text).toContain('The contract was signed on 2026-11-21 16:30 (China Standard Time)');
    expect(text).toContain('href="/portal/orders"');
    expect(text).not.toContain('<form');
  });

  it('offers nothing to sign once the contract was replaced', async () => {
    contract = { ...contract, state: 'superseded' };
    const { text } = await open(`/links/contract?${query}`);
    expect(text).toContain('此合同已不能签署');
    expect(text).not.toContain('<form');
  });

  it('says what was refused and keeps what was entered', async () => {
    const field = { field: '/body/accepted', rule: 'const', message: '只能是 true' };
    refusal = problem(400, '请求有误，请检查所列字段。', [field]);
    const sent = await send('/links/contract', { token, signerName: '"><i>' });
    const text = await sent.text();
    expect(sent.status).toBe(400);
    expect(text).toContain('请求有误，请检查所列字段。');
    expect(text).toContain('accepted: 只能是 true');
    expect(text).toContain('value="&quot;&gt;&lt;i&gt;"');
  });

  it('is a page also where the link has expired, is incomplete, or the service is down', async () => {
    refusal = problem(410, '链接已过期，请联系旅行社重新发送。');
    const expired = await open(`/links/contract?${query}`);
    expect(expired.response.status).toBe(410);
    expect(expired.text).toContain('链接已过期');
    const incomplete = await open('/links/contract', 'en');
    expect(incomplete.response.status).toBe(400);
    expect(incomplete.text).toContain('The link is incomplete');
    const down = await startWorld({ services: ['gateway'] });
    const response = await fetch(`${down.url('gateway')}/links/contract?${query}`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('行程服务暂时无法访问');
    await down.close();
  });
});

describe('the survey page', () => {
  it('asks what the service asks', async () => {
    const { text } = await open(`/links/survey?${query}`);
    expect(text).toContain('服务态度?');
    expect(text.match(/name="attitude"/g)).toHaveLength(5);
    expect(text.match(/name="nps"/g)).toHaveLength(11);
    expect(text).toContain('<textarea name="comment" rows="4" maxlength="50"');
    expect(text).toContain('2026-12-31');
  });

  it('sends numbers as numbers and leaves out what was left empty', async () => {
    const sent = await send('/links/survey', { token, attitude: '5', nps: '10', comment: ' ', other: 'x' });
    expect(sent.status).toBe(303);
    const { url, body = '' } = service.received.at(-1) ?? {};
    expect(url).toBe('/v1/survey-forms/answer');
    expect(JSON.parse(body)).toEqual({ token, attitude: 5, nps: 10 });
  });

  it('keeps the answers when they are refused', async () => {
    refusal = problem(409, '问卷已经填写。');
    const sent = await send('/links/survey', { token, attitude: '4', comment: '</textarea>好' });
    const text = await sent.text();
    expect(sent.status).toBe(409);
    expect(text).toContain('问卷已经填写。');
    expect(text).toMatch(/name="attitude"\s+value="4"\s+required\s+checked/);
    expect(text).toContain('&lt;/textarea&gt;好');
  });

  it('thanks once it is answered', async () => {
    form = { ...form, answered: true };
    const { text } = await open(`/links/survey?${query}`, 'en');
    expect(text).toContain('Thank you!');
    expect(text).not.toContain('<form');
  });
});

interface Described {
  readonly content: { 'application/json': { schema: { properties: object } } };
}

interface OpenApi {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, Described>; requestBody: Described }>
  >;
}

describe('the services behind', () => {
  it('still describe what these pages read and send', async () => {
    const real = await startWorld({ services: ['crm', 'itinerary'] });
    const shape = async (name: 'crm' | 'itinerary', path: string, method: 'get' | 'post') => {
      const { body } = await createClient().get<OpenApi>(`${real.url(name)}/openapi.json`);
      const operation = body.paths[path]?.[method];
      const described = method === 'get' ? operation?.responses['200'] : operation?.requestBody;
      return Object.keys(described?.content['application/json'].schema.properties ?? {});
    };
    const contractShape = await shape('itinerary', '/v1/contract-signing', 'get');
    expect(contractShape).toEqual(expect.arrayContaining(Object.keys(contract)));
    const signature = await shape('itinerary', '/v1/contract-signing', 'post');
    expect(signature).toEqual(['token', 'signerName', 'accepted']);
    expect(await shape('crm', '/v1/survey-forms', 'get')).toEqual(expect.arrayContaining(Object.keys(form)));
    expect(await shape('crm', '/v1/survey-forms/answer', 'post')).toContain('attitude');
    await real.close();
  });
});
