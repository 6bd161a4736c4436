import { translate, type Locale } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { html, type Html } from '../pages/html.ts';
import { localeOf, parameter, sendPage } from '../pages/page.ts';
import {
  askForHolder,
  readAnswer,
  refusalNotice,
  refusedBy,
  sendRefusal,
  tokenOf,
  type LinkService,
  type Refused,
} from './link-service.ts';
import { houseOf, LinkAgency } from './link-agency.ts';
import { toPortal } from './to-portal.ts';

/** What itinerary tells the holder of a contract's link. */
const Contract = Type.Object({
  number: Type.String(),
  text: Type.String(),
  contentHash: Type.String(),
  state: Type.String(),
  signedAt: Type.Union([Type.String(), Type.Null()]),
  // An itinerary of an earlier release does not say these.
  timeZone: Type.Optional(Type.String()),
  agency: Type.Optional(LinkAgency),
});

const path = '/v1/contract-signing';
const title = { zh: '旅游合同', en: 'Travel contract' };

/** `/links/contract?token=`: the customer reads the contract and signs it. */
export function contractPage(app: FastifyInstance, service: LinkService): void {
  app.get('/links/contract', { schema: { hide: true } }, (request, reply) =>
    showContract(service, request, reply, tokenOf(request.query)),
  );
  app.post('/links/contract', { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request.body);
    const signerName = (parameter(request.body, 'signerName') ?? '').trim();
    const accepted = parameter(request.body, 'accepted') === 'yes';
    const answer = await askForHolder(service, request, {
      method: 'POST',
      path,
      body: { token, signerName, accepted },
    });
    const refused = refusedBy(answer);
    if (refused) return showContract(service, request, reply, token, { ...refused, signerName });
    return reply.redirect(
      `/links/contract?${new URLSearchParams({ token, lang: localeOf(request) }).toString()}`,
      303,
    );
  });
}

/** @param refused why the signature was not taken, with what had been entered */
async function showContract(
  service: LinkService,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  refused?: Refused & { signerName: string },
): Promise<FastifyReply> {
  const query = new URLSearchParams({ token }).toString();
  const answer = await askForHolder(service, request, { method: 'GET', path: `${path}?${query}` });
  const gone = refusedBy(answer);
  if (gone) return sendRefusal(request, reply, gone, token);
  const locale = localeOf(request);
  const contract = readAnswer(Contract, answer);
  const body = html` <h1>${translate(title, locale)} ${contract.number}</h1>
    ${refused && refusalNotice(refused)}
    ${contract.state === 'sent' ? whatToDo(locale) : outcome(contract, locale)}
    <div class="paper">${contract.text}</div>
    <p class="muted">
      ${translate({ zh: '内容指纹 (SHA-256)', en: 'Fingerprint of the text (SHA-256)' }, locale)}
      <code>${contract.contentHash}</code>
    </p>
    ${contract.state === 'sent' && form(contract, token, locale, refused?.signerName ?? '')}`;
  const page = { title, body, parameters: { token }, ...houseOf(contract.agency) };
  return sendPage(request, reply, page, refused?.status ?? 200);
}

/** What is to be done comes first: the text is long. */
const whatToDo = (locale: Locale): Html =>
  html`<p class="lead">
    ${translate({ zh: '请通读合同全文，然后在文末填写姓名并签署。', en: 'Please read the whole contract; you sign it below the text.' }, locale)}
    <a href="#sign">${translate({ zh: '前往签署', en: 'Go to the signature' }, locale)}</a>
  </p>`;

function outcome(
  { state, signedAt, timeZone = 'UTC', agency }: Static<typeof Contract>,
  locale: Locale,
): Html {
  const when = signedAt === null ? '' : moment(signedAt, timeZone, locale);
  const told =
    state === 'signed'
      ? { zh: `合同已于 ${when} 签署，谢谢！`, en: `The contract was signed on ${when}. Thank you!` }
      : {
          zh: '此合同已不能签署，请联系旅行社。',
          en: 'This contract can no longer be signed; please ask the agency.',
        };
  return html`<div class="notice" role="status">${translate(told, locale)}</div>
    ${toPortal(locale, agency)}`;
}

/** `2026-11-21 16:30（中国标准时间）`: the agency's time, by the name people have for it. */
function moment(instant: string, timeZone: string, locale: Locale): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const zone = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    timeZoneName: 'long',
  })
    .formatToParts(there.epochMilliseconds)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const when = there.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return translate({ zh: `${when}（${zone ?? timeZone}）`, en: `${when} (${zone ?? timeZone})` }, locale);
}

function form({ number }: Static<typeof Contract>, token: string, locale: Locale, signerName: string): Html {
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  return html`<form id="sign" method="post" action="/links/contract?lang=${locale}">
    <input type="hidden" name="token" value="${token}" />
    <label class="field">
      ${text('签署人姓名', 'Name of the person who signs')}
      <input
        type="text"
        name="signerName"
        value="${signerName}"
        required
        maxlength="100"
        autocomplete="name"
      />
    </label>
    <p>
      <label class="agree">
        <input type="checkbox" name="accepted" value="yes" required />
        ${text(`我已阅读并同意合同 ${number} 的全部内容`, `I have read contract ${number} and agree to all of it`)}
      </label>
    </p>
    <button>${text('签署合同', 'Sign the contract')}</button>
  </form>`;
}
