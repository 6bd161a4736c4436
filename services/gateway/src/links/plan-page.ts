import { translate, type Locale, type Texts } from '@yitu/kernel';
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

const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
const Time = Type.Optional(Type.String());
const Segment = Type.Object({ kind: Type.String(), text: LocalText, from: Time, to: Time });

/** What itinerary tells the holder of a proposal's link. */
const Proposed = Type.Object({
  orderNumber: Type.String(),
  planVersion: Type.Integer(),
  title: LocalText,
  days: Type.Array(Type.Object({ day: Type.Integer(), title: LocalText, segments: Type.Array(Segment) })),
  state: Type.String(),
  // An itinerary of an earlier release does not say it.
  agency: Type.Optional(LinkAgency),
});

const path = '/v1/plan-acceptance';
const title = { zh: '行程确认', en: 'Your itinerary' };

/** `/links/plan?token=`: the customer reads a plan, and accepts it or says what is to be changed. */
export function planPage(app: FastifyInstance, service: LinkService): void {
  app.get('/links/plan', { schema: { hide: true } }, (request, reply) =>
    showPlan(service, request, reply, tokenOf(request.query)),
  );
  app.post('/links/plan', { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request.body);
    const entered = {
      name: (parameter(request.body, 'name') ?? '').trim(),
      comment: (parameter(request.body, 'comment') ?? '').trim(),
    };
    const planVersion = Number(parameter(request.body, 'planVersion'));
    const answer = parameter(request.body, 'answer') ?? '';
    const body = { token, planVersion, answer, ...entered };
    const refused = refusedBy(await askForHolder(service, request, { method: 'POST', path, body }));
    if (refused) return showPlan(service, request, reply, token, { ...refused, ...entered });
    const query = new URLSearchParams({ token, lang: localeOf(request) }).toString();
    return reply.redirect(`/links/plan?${query}`, 303);
  });
}

interface Entered {
  readonly name: string;
  readonly comment: string;
}

/** @param refused why the answer was not taken, with what had been entered */
async function showPlan(
  service: LinkService,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  refused?: Refused & Entered,
): Promise<FastifyReply> {
  const query = new URLSearchParams({ token }).toString();
  const answer = await askForHolder(service, request, { method: 'GET', path: `${path}?${query}` });
  const gone = refusedBy(answer);
  if (gone) return sendRefusal(request, reply, gone, token);
  const locale = localeOf(request);
  const plan = readAnswer(Proposed, answer);
  const body = html` <h1>${plan.title[locale]}</h1>
    <p class="muted">${translate({ zh: '订单', en: 'Order' }, locale)} ${plan.orderNumber}</p>
    ${refused && refusalNotice(refused)} ${plan.state === 'sent' ? whatToDo(locale) : outcome(plan, locale)}
    ${plan.days.map((day) => dayOf(day, locale))}
    ${plan.state === 'sent' && form(plan, token, locale, refused)}`;
  const page = { title, body, parameters: { token }, ...houseOf(plan.agency) };
  return sendPage(request, reply, page, refused?.status ?? 200);
}

type Day = Static<typeof Proposed>['days'][number];

const dayOf = ({ day, title: heading, segments }: Day, locale: Locale): Html =>
  html`<section>
    <h2>${translate({ zh: `第 ${day} 天`, en: `Day ${day}` }, locale)} · ${heading[locale]}</h2>
    <ul>
      ${segments.map(
        ({ text, from, to }) =>
          html`<li>${[from, to].filter((time) => time !== undefined).join('–')} ${text[locale]}</li>`,
      )}
    </ul>
  </section>`;

const outcomes: Readonly<Record<string, Texts>> = {
  accepted: { zh: '您已确认此行程，谢谢！', en: 'You have accepted this itinerary. Thank you!' },
  'changes-wanted': {
    zh: '我们已收到您的修改意见，会尽快给您新的行程。',
    en: 'We have what you wish to be changed, and will send you a new itinerary soon.',
  },
  superseded: {
    zh: '行程已更新，请打开我们最近发给您的链接。',
    en: 'There is a newer itinerary: please open the latest link we sent you.',
  },
};

/** What is to be done comes first: a trip may have many days. */
const whatToDo = (locale: Locale): Html =>
  html`<p class="lead">
    ${translate({ zh: '请查看每日安排，然后在文末确认或提出修改意见。', en: 'Please look at the days; you accept the itinerary, or ask for changes, below them.' }, locale)}
    <a href="#answer">${translate({ zh: '前往确认', en: 'Go to the answer' }, locale)}</a>
  </p>`;

function outcome({ state, agency }: Static<typeof Proposed>, locale: Locale): Html {
  const told = outcomes[state];
  return html`<div class="notice" role="status">${told ? translate(told, locale) : state}</div>
    ${toPortal(locale, agency)}`;
}

function form(
  { planVersion }: Static<typeof Proposed>,
  token: string,
  locale: Locale,
  entered: Entered = { name: '', comment: '' },
): Html {
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  return html`<form id="answer" method="post" action="/links/plan?lang=${locale}">
    <input type="hidden" name="token" value="${token}" />
    <input type="hidden" name="planVersion" value="${planVersion}" />
    <label class="field">
      ${text('您的姓名', 'Your name')}
      <input type="text" name="name" value="${entered.name}" required maxlength="100" autocomplete="name" />
    </label>
    <label class="field">
      ${text('修改意见（如有）', 'What is to be changed, if anything')}
      <textarea name="comment" rows="4" maxlength="2000">${entered.comment}</textarea>
    </label>
    <p><button name="answer" value="accepted">${text('确认行程', 'Accept the itinerary')}</button></p>
    <p><button name="answer" value="changes-wanted">${text('希望修改', 'Ask for changes')}</button></p>
  </form>`;
}
