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

const Question = Type.Object({
  key: Type.String(),
  kind: Type.Union([Type.Literal('number'), Type.Literal('text')]),
  required: Type.Boolean(),
  minimum: Type.Optional(Type.Integer()),
  maximum: Type.Optional(Type.Integer()),
  maxLength: Type.Optional(Type.Integer()),
  text: Type.Object({ zh: Type.String(), en: Type.String() }),
});

/** What crm tells the holder of a questionnaire's link. */
const Form = Type.Object({
  validUntil: Type.String(),
  answered: Type.Boolean(),
  questions: Type.Array(Question),
  // A crm of an earlier release does not say it.
  agency: Type.Optional(LinkAgency),
});

const path = '/v1/survey-forms';
const title = { zh: '旅行满意度调查', en: 'How was your trip?' };

/** `/links/survey?token=`: the customer answers the questionnaire, once. */
export function surveyPage(app: FastifyInstance, service: LinkService): void {
  app.get('/links/survey', { schema: { hide: true } }, (request, reply) =>
    showSurvey(service, request, reply, tokenOf(request.query)),
  );
  app.post('/links/survey', { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request.body);
    const asked = await askForm(service, request, token);
    const gone = refusedBy(asked);
    if (gone) return sendRefusal(request, reply, gone, token);
    const given = answersOf(readAnswer(Form, asked).questions, request.body);
    const body = { token, ...given };
    const answer = await askForHolder(service, request, { method: 'POST', path: `${path}/answer`, body });
    const refused = refusedBy(answer);
    if (refused) return showSurvey(service, request, reply, token, { ...refused, given });
    return reply.redirect(
      `/links/survey?${new URLSearchParams({ token, lang: localeOf(request) }).toString()}`,
      303,
    );
  });
}

type Given = Readonly<Record<string, string | number>>;

/** What was entered, as the answer's fields have it; what was left empty is left out. */
function answersOf(questions: readonly Static<typeof Question>[], form: unknown): Given {
  const given = questions.map(({ key, kind }) => {
    const value = (parameter(form, key) ?? '').trim();
    return [key, value === '' ? undefined : kind === 'number' ? Number(value) : value] as const;
  });
  return Object.fromEntries(given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

const askForm = (service: LinkService, request: FastifyRequest, token: string) =>
  askForHolder(service, request, {
    method: 'GET',
    path: `${path}?${new URLSearchParams({ token }).toString()}`,
  });

/** @param refused why the answers were not taken, with what had been entered */
async function showSurvey(
  service: LinkService,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  refused?: Refused & { given: Given },
): Promise<FastifyReply> {
  const answer = await askForm(service, request, token);
  const gone = refusedBy(answer);
  if (gone) return sendRefusal(request, reply, gone, token);
  const locale = localeOf(request);
  const { answered, questions, validUntil, agency } = readAnswer(Form, answer);
  const body = html` <h1>${translate(title, locale)}</h1>
    ${refused && refusalNotice(refused)}
    ${answered ? thanks(locale, agency) : form(questions, validUntil, token, locale, refused?.given ?? {})}`;
  const page = { title, body, parameters: { token }, ...houseOf(agency) };
  return sendPage(request, reply, page, refused?.status ?? 200);
}

const thanks = (locale: Locale, agency: LinkAgency | undefined) =>
  html`<div class="notice" role="status">
      ${translate({ zh: '您的评价已收到，谢谢！', en: 'Your answers have arrived. Thank you!' }, locale)}
    </div>
    ${toPortal(locale, agency)}`;

function form(
  questions: readonly Static<typeof Question>[],
  validUntil: string,
  token: string,
  locale: Locale,
  given: Given,
): Html {
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  return html`<form method="post" action="/links/survey?lang=${locale}">
    <p class="lead">${text(`请于 ${validUntil} 前填写。`, `You can answer until ${validUntil}.`)}</p>
    <input type="hidden" name="token" value="${token}" />
    ${questions.map((question) => field(question, locale, given[question.key]))}
    <button>${text('提交', 'Send')}</button>
  </form>`;
}

function field(question: Static<typeof Question>, locale: Locale, given: string | number | undefined): Html {
  const { key, kind, required, minimum = 1, maximum = 5, maxLength = 2_000, text } = question;
  const asked = translate(text, locale);
  if (kind === 'text')
    return html`<label class="field"
      >${asked}<textarea name="${key}" rows="4" maxlength="${maxLength}" ${required && html`required`}>
${given}</textarea>
    </label>`;
  const steps = Array.from({ length: maximum - minimum + 1 }, (_, step) => minimum + step);
  const choice = (step: number) =>
    html`<label>
      <input
        type="radio"
        name="${key}"
        value="${step}"
        ${required && html`required`}
        ${given === step && html`checked`}
      />${step}
    </label>`;
  const ends = {
    zh: `${minimum} 为最低，${maximum} 为最高`,
    en: `${minimum} is the lowest, ${maximum} the highest`,
  };
  return html`<fieldset>
    <legend>${asked}</legend>
    <div class="scale">${steps.map(choice)}</div>
    <span class="muted">${translate(ends, locale)}</span>
  </fieldset>`;
}
