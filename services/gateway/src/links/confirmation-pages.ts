import { translate, type Texts } from '@yitu/kernel';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { html } from '../pages/html.ts';
import { localeOf, sendPage } from '../pages/page.ts';
import { leadToDone } from './done-page.ts';
import {
  askForHolder,
  readAnswer,
  refusedBy,
  sendRefusal,
  tokenOf,
  type LinkService,
} from './link-service.ts';

/** What identity tells the holder of a link that confirms an address. */
const Address = Type.Object({
  agencyName: Type.Object({ zh: Type.String(), en: Type.String() }),
  email: Type.String(),
});

interface Confirmation {
  readonly what: 'registration' | 'email';
  readonly path: string;
  readonly title: Texts;
}

const confirmations: readonly Confirmation[] = [
  {
    what: 'registration',
    path: '/v1/registration-confirmations',
    title: { zh: '确认注册', en: 'Confirm your registration' },
  },
  {
    what: 'email',
    path: '/v1/email-confirmations',
    title: { zh: '确认新邮箱', en: 'Confirm your new e-mail address' },
  },
];

/** `/links/registration?token=`, `/links/email?token=`. A button, since mail programs open links before their readers do. */
export function confirmationPages(app: FastifyInstance, service: LinkService): void {
  for (const confirmation of confirmations) confirmationPage(app, service, confirmation);
}

function confirmationPage(
  app: FastifyInstance,
  service: LinkService,
  { what, path, title }: Confirmation,
): void {
  app.get(`/links/${what}`, { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request.query);
    const query = new URLSearchParams({ token }).toString();
    const answer = await askForHolder(service, request, { method: 'GET', path: `${path}?${query}` });
    const refused = refusedBy(answer);
    if (refused) return sendRefusal(request, reply, refused, token);
    const { agencyName, email } = readAnswer(Address, answer);
    const locale = localeOf(request);
    const body = html` <h1>${translate(title, locale)}</h1>
      <p class="lead">${agencyName[locale]} · ${email}</p>
      <form method="post" action="/links/${what}?lang=${locale}">
        <input type="hidden" name="token" value="${token}" />
        <button>${translate({ zh: '确认', en: 'Confirm' }, locale)}</button>
      </form>`;
    const house = { name: agencyName };
    return sendPage(request, reply, { title, body, parameters: { token }, house });
  });
  app.post(`/links/${what}`, { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request.body);
    const answer = await askForHolder(service, request, { method: 'POST', path, body: { token } });
    const refused = refusedBy(answer);
    return refused ? sendRefusal(request, reply, refused, token) : leadToDone(request, reply, what);
  });
}
