import { translate, type Texts } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../pages/html.ts';
import { localeOf, parameter, product, sendPage } from '../pages/page.ts';

/** What has become of a link that works once: its own page would only say that it was used. */
const outcomes = {
  invitation: {
    zh: '账号已开通，现在可以用您设置的用户名和密码登录。',
    en: 'Your account is ready. You can sign in with the user name and password you have chosen.',
  },
  registration: {
    zh: '邮箱已确认，注册完成，现在可以登录。',
    en: 'Your e-mail address is confirmed and your account is ready. You can sign in now.',
  },
  'new-password': {
    zh: '新密码已生效，请用新密码重新登录。',
    en: 'Your new password is in force. Sign in with it on all your devices.',
  },
  email: { zh: '新邮箱已确认。', en: 'Your new e-mail address is confirmed.' },
} as const satisfies Record<string, Texts>;

export type Outcome = keyof typeof outcomes;

const isOutcome = (what: string): what is Outcome => Object.hasOwn(outcomes, what);

/** Where to go on from here, where that is clear: new passwords and addresses are of staff and customers alike. */
const signIn: Partial<Record<Outcome, string>> = {
  invitation: '/sign-in',
  registration: '/portal/sign-in',
};
const signInText = { zh: '前往登录', en: 'Sign in' };
const title = { zh: '完成', en: 'Done' };

/** `/links/done?what=`: where a form of a link leads to when all went well; it can be loaded again without sending anything again. */
export function donePage(app: FastifyInstance): void {
  app.get('/links/done', { schema: { hide: true } }, (request, reply) => {
    const asked = parameter(request.query, 'what') ?? '';
    const what = isOutcome(asked) ? asked : 'email';
    const locale = localeOf(request);
    const to = signIn[what];
    const body = html`<h1>${translate(title, locale)}</h1>
      <div class="notice" role="status">${translate(outcomes[what], locale)}</div>
      ${to === undefined ? '' : html`<p><a href="${to}">${translate(signInText, locale)}</a></p>`}`;
    // Staff and customers come here alike.
    return sendPage(request, reply, { title, body, parameters: { what }, house: { name: product } });
  });
}

/** To the page that says so. */
export const leadToDone = (request: FastifyRequest, reply: FastifyReply, what: Outcome): FastifyReply =>
  reply.redirect(`/links/done?${new URLSearchParams({ what, lang: localeOf(request) }).toString()}`, 303);
