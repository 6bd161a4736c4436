import { isSigned, signMessage } from '@yitu/access';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStubService, type StubService } from '../fixtures/stub-service.ts';
import { parse } from '../config.ts';

let world: World;
let finance: StubService;
let answer = { status: 200, body: {} };
beforeAll(async () => {
  finance = await startStubService((_request, response) => {
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body));
  });
  world = await startWorld({
    services: ['gateway'],
    environment: { gateway: { FINANCE_URL: finance.url } },
  });
});
afterAll(async () => {
  await world.close();
  await finance.stop();
});
beforeEach(() => {
  answer = { status: 200, body: { received: true } };
  finance.received.length = 0;
});

const wish = {
  agencyId: 'a1',
  amount: { amount: '30050', currency: 'CNY' },
  subject: { zh: '订单 <1>', en: 'Order <1>' },
  returnTo: '/portal/orders?id=1',
};

/** The address of a page, as finance writes it. */
function address(order: object = wish, change: Record<string, string> = {}): URLSearchParams {
  const body = JSON.stringify(order);
  const secret = world.surroundings.secrets.sandboxPaymentSecret;
  const signature = signMessage({ id: 'p1', sentAt: 1_800_000_000, body }, secret);
  const coded = Buffer.from(body).toString('base64url');
  return new URLSearchParams({ order: coded, until: '1800000000', signature, ...change });
}

const page = (id = 'p1') => `${world.url('gateway')}/sandbox-pay/${id}`;
const open = async (query: URLSearchParams, id?: string) => {
  const response = await fetch(`${page(id)}?${query.toString()}&lang=zh`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const choose = (choice: string, query = address()) =>
  fetch(`${page()}?lang=en`, {
    ...{ method: 'POST', redirect: 'manual' },
    body: new URLSearchParams({ ...Object.fromEntries(query), choice }),
  });

describe('the sandbox page', () => {
  it('shows what is to be paid, without a script, and asks finance nothing', async () => {
    const { status, headers, text } = await open(address());
    expect(status).toBe(200);
    expect(text).toContain('订单 &lt;1&gt;: ¥300.50');
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(finance.received).toEqual([]);
  });

  it.each(['paid', 'refused'])('tells finance by a signed message that it was %s', async (result) => {
    const sent = await choose(result);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, wish.returnTo]);
    const [received] = finance.received;
    const { headers = {}, body = '' } = received ?? {};
    expect(received?.url).toBe('/v1/payment-callbacks/sandbox');
    const transactionId = `SB-p1-${result}`;
    const { agencyId, amount } = wish;
    expect(JSON.parse(body)).toEqual({ agencyId, onlinePaymentId: 'p1', transactionId, result, amount });
    const message = { id: transactionId, sentAt: Number(headers['webhook-timestamp']), body };
    const secret = world.surroundings.secrets.sandboxPaymentSecret;
    expect(isSigned(message, String(headers['webhook-signature']), secret)).toBe(true);
  });

  it('lets nothing happen', async () => {
    const sent = await choose('nothing');
    expect(await sent.text()).toContain('href="/portal/orders?id=1"');
    expect(finance.received).toEqual([]);
  });

  it('says why finance did not take the message, and can be tried again', async () => {
    answer = { status: 422, body: { title: 'It does not fit.' } };
    const sent = await choose('paid');
    expect(sent.status).toBe(422);
    const text = await sent.text();
    expect(text).toContain('It does not fit.');
    expect(text).toContain('value="paid"');
  });

  it('opens no address that finance has not written', async () => {
    const cheaper = address({ ...wish, amount: { amount: '1', currency: 'CNY' } }).get('order') ?? '';
    const forged = [
      address(wish, { order: cheaper }),
      address(wish, { until: '1900000000' }),
      address(wish, { signature: 'v1,AAAA' }),
      new URLSearchParams(),
    ];
    for (const query of forged) {
      expect((await open(query)).status).toBe(400);
      expect((await choose('paid', query)).status).toBe(400);
    }
    expect((await open(address(), 'p2')).status).toBe(400);
    expect(finance.received).toEqual([]);
  });

  it('leads nowhere else', async () => {
    const sent = await choose('paid', address({ ...wish, returnTo: '//evil.example' }));
    expect(sent.headers.get('location')).toBe('/');
  });
});

describe('without a secret, and in production', () => {
  it('is not there', async () => {
    const bare = await startWorld({
      services: ['gateway'],
      environment: { gateway: { SANDBOX_PAYMENT_SECRET: '' } },
    });
    const response = await fetch(`${bare.url('gateway')}/sandbox-pay/p1?${address().toString()}`);
    expect(response.status).toBe(404);
    await bare.close();
  });

  it('is refused unless somebody allows it', () => {
    const production = {
      ...world.environment('gateway'),
      YITU_ENV: 'production',
      PUBLIC_URL: 'https://yitu.example',
    };
    expect(() => parse(production)).toThrow('SANDBOX_PAYMENT_SECRET must not be set in production');
    expect(parse({ ...production, SANDBOX_PAYMENT_SECRET: '' }).SANDBOX_PAYMENT_SECRET).toBeUndefined();
    const allowed = { ...production, SANDBOX_PAYMENTS: 'allowed-in-production' };
    expect(parse(allowed).SANDBOX_PAYMENT_SECRET).toBeDefined();
  });
});
