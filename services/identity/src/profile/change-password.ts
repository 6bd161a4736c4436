import { requireMember } from '@yitu/access';
import { perform, type Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Agency } from '../agencies/agency.ts';
import { errors } from '../errors.ts';
import { checkTyping, type CheckPassword } from '../password-rules/check-password.ts';
import { requirePassword } from '../second-factor/require-password.ts';
import { Password } from '../users/credentials.ts';
import { hashPassword } from '../users/passwords.ts';
import { setPassword } from '../users/set-password.ts';
import { User } from '../users/user.ts';

const Body = Type.Object({
  currentPassword: Type.String({ minLength: 1, maxLength: 200 }),
  password: Password,
  passwordAgain: Type.String({ minLength: 1, maxLength: 200 }),
});
const Changed = Type.Object({ changed: Type.Literal(true) });

/** One's own password, with the old one; one's other sessions end. @throws identity/wrong-password, passwords-differ, weak-password */
async function changePassword(
  call: Call,
  checkPassword: CheckPassword,
  { currentPassword, password, passwordAgain }: Static<typeof Body>,
): Promise<Static<typeof Changed>> {
  const member = requireMember(call.principal);
  if (member.kind !== 'person') throw new Error('the route is for persons');
  const { idempotency: _passwordsAreNotKept, ...once } = call;
  const scope = { member, reach: 'agency', action: 'identity.user.change-password' } as const;
  const { user, agency } = await perform(once, scope, async (uow) => ({
    user: await uow.get(User, member.userId),
    agency: await uow.get(Agency, uow.agencyId),
  }));
  await requirePassword(call, currentPassword, wrongField.field);
  checkTyping({ password, passwordAgain });
  const { userName, displayName, email } = user;
  await checkPassword({ password, about: [userName, displayName, email, agency.code, agency.name.zh] });
  const passwordHash = await hashPassword(password);
  return perform(once, scope, async (uow) => {
    const current = await uow.lock(User, member.userId);
    // Somebody else has set another one meanwhile: the old one was not the old one any more.
    if (current.passwordHash !== user.passwordHash) throw errors.wrongPassword({ fields: [wrongField] });
    await setPassword(uow, current, { passwordHash, except: member.sessionId });
    return { changed: true as const };
  });
}

const wrongField = {
  field: '/body/currentPassword',
  rule: 'password',
  message: { zh: '不是您现在的密码', en: 'is not your password now' },
};

export const changePasswordRoute = (checkPassword: CheckPassword) =>
  route({
    method: 'PUT',
    path: '/v1/me/password',
    summary: 'Change my own password; my other sessions end',
    access: 'signed-in',
    body: Body,
    result: Changed,
    handle: (call, { body }) => changePassword(call, checkPassword, body),
  });
