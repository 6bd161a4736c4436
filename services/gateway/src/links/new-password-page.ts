import { translate } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { html } from '../pages/html.ts';
import { localeOf, parameter, sendPage } from '../pages/page.ts';
import { leadToDone } from './done-page.ts';
import { newPasswordFields } from './form-field.ts';
import {
  askForHolder,
  readAnswer,
  refusalTitle,
  refusedBy,
  sendRefusal,
  tokenOf,
  type LinkService,
  type Refused,
} from './link-service.ts';

/** What identity tells whoever has forgotten a password. */
const Account = Type.Object({
  agencyName: Type.Object({ zh: Type.String(), en: Type.String() }),
  userName: Type.String(),
});

const path = '/v1/new-passwords';
const title = { zh: '设置新密码', en: 'Set a new password' };

/** `/links/new-password?token=`: a forgotten password is replaced. */
export function newPasswordPage(app: FastifyInstance, service: LinkService): void {
  app.get('/links/new-password', { schema: { hide: true } }, (request, reply) =>
    showForm(service, request, reply, tokenOf(request.query)),
  );
  app.post('/links/new-password', { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request.body);
    const given = (name: string) => parameter(request.body, name) ?? '';
    const body = { token, password: given('password'), passwordAgain: given('passwordAgain') };
    const answer = await askForHolder(service, request, { method: 'POST', path, body });
    const refused = refusedBy(answer);
    if (refused) return showForm(service, request, reply, token, refused);
    return leadToDone(request, reply, 'new-password');
  });
}

/** @param refused why the password was not taken */
async function showForm(
  service: LinkService,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  refused?: Refused,
): Promise<FastifyReply> {
  const query = new URLSearchParams({ token }).toString();
  const answer = await askForHolder(service, request, { method: 'GET', path: `${path}?${query}` });
  const gone = refusedBy(answer);
  if (gone) return sendRefusal(request, reply, gone, token);
  const locale = localeOf(request);
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  const { agencyName, userName } = readAnswer(Account, answer);
  const body = html` <h1>${translate(title, locale)}</h1>
    <p class="lead">
      ${text(`${agencyName.zh}，账号 ${userName}。设置后，所有设备都需要重新登录。`, `${agencyName.en}, account ${userName}. You will have to sign in again on all your devices.`)}
    </p>
    ${refused && refusalTitle(refused)}
    <form method="post" action="/links/new-password?lang=${locale}">
      <input type="hidden" name="token" value="${token}" />
      <input type="text" value="${userName}" autocomplete="username" readonly hidden />
      ${newPasswordFields(text, refused?.fields ?? {})}
      <button>${text('设置新密码', 'Set the password')}</button>
    </form>`;
  return sendPage(
    request,
    reply,
    { title, body, parameters: { token }, house: { name: agencyName } },
    refused?.status ?? 200,
  );
}
