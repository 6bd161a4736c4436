import { DomainError, moneyFromJson, moneyTexts, translate, type Locale } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalNotice, refusedBy, sendRefusal, type Refused } from '../links/link-service.ts';
import { takeForms } from '../pages/forms.ts';
import { html, type Html } from '../pages/html.ts';
import { localeOf, parameter, product, sendPage } from '../pages/page.ts';
import { returnPathOf } from '../sessions/return-path.ts';
import { ask } from '../upstreams/ask.ts';
import type { Upstream } from '../upstreams/upstream.ts';
import { addressOf, messageOf, orderAt, type Address, type SandboxOrder } from './sandbox-order.ts';

export interface Sandbox {
  /** finance, which is told as any provider tells it: by a signed message. */
  readonly upstream: Upstream;
  readonly secret: string;
}

const title = { zh: '沙箱支付', en: 'Sandbox payment' };
const path = '/sandbox-pay/:onlinePaymentId';

/**
 * `/sandbox-pay/<id>?order=&until=&signature=`: the page of a payment provider that is none. It knows what its address says, and of finance only where
 * messages are sent to; nobody's session is looked at.
 */
export function sandboxPages(app: FastifyInstance, sandbox: Sandbox): void {
  takeForms(app);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof DomainError)) throw error;
    const reasons = [translate(error.texts, localeOf(request))];
    return sendRefusal(request, reply, { status: error.status, reasons, fields: {} }, '');
  });
  app.get(path, { schema: { hide: true } }, (request, reply) => {
    const address = addressOf(request.query);
    return showChoice(request, reply, address, orderAt(idOf(request), address, sandbox.secret));
  });
  app.post(path, { schema: { hide: true } }, async (request, reply) => {
    const address = addressOf(request.body);
    const order = orderAt(idOf(request), address, sandbox.secret);
    const choice = parameter(request.body, 'choice');
    if (choice !== 'paid' && choice !== 'refused') return showNothing(request, reply, address, order);
    const refused = await tell(sandbox, request, order, choice);
    if (refused) return showChoice(request, reply, address, order, refused);
    return reply.redirect(returnPathOf(order.returnTo), 303);
  });
}

const idOf = ({ params }: FastifyRequest): string => parameter(params, 'onlinePaymentId') ?? '';

/** @returns why finance did not take the message; undefined when it did */
async function tell(
  { upstream, secret }: Sandbox,
  request: FastifyRequest,
  order: SandboxOrder,
  result: 'paid' | 'refused',
): Promise<Refused | undefined> {
  const { body, headers } = messageOf(idOf(request), order, result, secret);
  const sent = { ...headers, 'accept-language': localeOf(request) };
  try {
    const question = { method: 'POST', path: '/v1/payment-callbacks/sandbox', body } as const;
    return refusedBy(await ask(upstream, { ...question, headers: Object.entries(sent).flat() }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { status: error.status, reasons: [translate(error.texts, localeOf(request))], fields: {} };
  }
}

function showChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  address: Address,
  order: SandboxOrder,
  refused?: Refused,
): FastifyReply {
  const locale = localeOf(request);
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  const body = html` <h1>${translate(title, locale)}</h1>
    <div class="notice" role="note">
      ${text('这是测试页面：不会真实扣款，也不要输入任何银行卡信息。', 'This page is for trying things out: no money moves, and no card is asked for.')}
    </div>
    ${refused && refusalNotice(refused)}
    <p class="lead">${order.subject[locale]}: ${moneyTexts(moneyFromJson(order.amount))[locale]}</p>
    <form method="post" action="${pathOf(request)}?lang=${locale}">
      ${hidden(address)}
      <p><button name="choice" value="paid">${text('支付成功', 'Pay')}</button></p>
      <p><button name="choice" value="refused">${text('支付失败', 'Be refused')}</button></p>
      <p><button name="choice" value="nothing">${text('什么都不发生', 'Let nothing happen')}</button></p>
    </form>`;
  return sendPage(
    request,
    reply,
    { title, body, parameters: { ...address }, house: { name: product } },
    refused?.status ?? 200,
  );
}

function showNothing(
  request: FastifyRequest,
  reply: FastifyReply,
  address: Address,
  { returnTo }: SandboxOrder,
): FastifyReply {
  const locale: Locale = localeOf(request);
  const body = html` <h1>${translate(title, locale)}</h1>
    <div class="notice" role="status">
      ${translate({ zh: '没有发送任何结果，订单仍待付款。', en: 'Nothing was sent: the order still waits for its payment.' }, locale)}
    </div>
    <p><a href="${returnPathOf(returnTo)}">${translate({ zh: '返回', en: 'Go back' }, locale)}</a></p>`;
  return sendPage(request, reply, { title, body, parameters: { ...address }, house: { name: product } });
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '/';

const hidden = (address: Address): Html[] =>
  Object.entries(address).map(
    ([name, value]: [string, string]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
