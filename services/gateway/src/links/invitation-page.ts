import { translate } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { html } from '../pages/html.ts';
import { localeOf, parameter, sendPage } from '../pages/page.ts';
import { leadToDone } from './done-page.ts';
import { formField, newPasswordFields } from './form-field.ts';
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

/** What identity tells the holder of an invitation. */
const Invitation = Type.Object({
  agencyName: Type.Object({ zh: Type.String(), en: Type.String() }),
  displayName: Type.String(),
  email: Type.String(),
});

const path = '/v1/invitation-forms';
const title = { zh: '开通员工账号', en: 'Your staff account' };

/** `/links/invitation?token=`: who was invited chooses user name and password. */
export function invitationPage(app: FastifyInstance, service: LinkService): void {
  app.get('/links/invitation', { schema: { hide: true } }, (request, reply) =>
    showInvitation(service, request, reply, tokenOf(request.query)),
  );
  app.post('/links/invitation', { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request.body);
    const given = (name: string) => parameter(request.body, name) ?? '';
    const userName = given('userName').trim();
    const passwords = { password: given('password'), passwordAgain: given('passwordAgain') };
    const body = { token, userName, ...passwords };
    const answer = await askForHolder(service, request, { method: 'POST', path: `${path}/accept`, body });
    const refused = refusedBy(answer);
    if (refused) return showInvitation(service, request, reply, token, { ...refused, userName });
    return leadToDone(request, reply, 'invitation');
  });
}

/** @param refused why it was not accepted, with the name that had been chosen; passwords are typed again */
async function showInvitation(
  service: LinkService,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  refused?: Refused & { userName: string },
): Promise<FastifyReply> {
  const query = new URLSearchParams({ token }).toString();
  const answer = await askForHolder(service, request, { method: 'GET', path: `${path}?${query}` });
  const gone = refusedBy(answer);
  if (gone) return sendRefusal(request, reply, gone, token);
  const locale = localeOf(request);
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  const { agencyName, displayName, email } = readAnswer(Invitation, answer);
  const agency = agencyName[locale];
  const problems = refused?.fields ?? {};
  const allowed = text(
    '字母、汉字、数字、点、横线、下划线，2 到 40 个字符',
    '2 to 40 letters, digits, dots, dashes, underscores',
  );
  const userName = {
    name: 'userName',
    label: text('用户名', 'User name'),
    type: 'text',
    autocomplete: 'username',
    hint: allowed,
    value: refused?.userName ?? '',
    minLength: 2,
    maxLength: 40,
  } as const;
  const body = html` <h1>${translate(title, locale)}</h1>
    <p class="lead">
      ${text(`${displayName}，您好！${agency}邀请您加入。`, `Welcome, ${displayName}. ${agency} invites you to join.`)}
      <span class="muted">${email}</span>
    </p>
    ${refused && refusalTitle(refused)}
    <form method="post" action="/links/invitation?lang=${locale}">
      <input type="hidden" name="token" value="${token}" />
      ${formField(userName, problems['userName'] && text(`用户名不符合要求：${allowed}`, `The user name must have ${allowed}`))}${newPasswordFields(text, problems)}
      <button>${text('开通账号', 'Open the account')}</button>
    </form>`;
  return sendPage(
    request,
    reply,
    { title, body, parameters: { token }, house: { name: agencyName } },
    refused?.status ?? 200,
  );
}
