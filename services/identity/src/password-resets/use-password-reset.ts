import { command, query, type Call } from '@yitu/persistence';
import { LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Agency } from '../agencies/agency.ts';
import { errors } from '../errors.ts';
import { lockFirst } from '../lock-first.ts';
import { holderOf, permissionOf, Token, type LinkRules } from '../links/account-link.ts';
import { checkTyping, type CheckPassword } from '../password-rules/check-password.ts';
import { Password } from '../users/credentials.ts';
import { hashPassword } from '../users/passwords.ts';
import { setPassword } from '../users/set-password.ts';
import { User } from '../users/user.ts';
import { PasswordReset } from './password-reset.ts';

const permission = permissionOf('password-reset');

const Form = Type.Object({
  agencyCode: Type.String(),
  agencyName: LocalText,
  userName: Type.String(),
  displayName: Type.String(),
  email: Type.String(),
});

/** @throws identity/link-used also where the account may not sign in any more */
const getForm = query({ permission }, async (uow, id: string): Promise<Static<typeof Form>> => {
  const [reset] = await uow.find(PasswordReset, { id, state: 'pending' });
  const [user] = reset?.userId ? await uow.find(User, { id: reset.userId, active: true }) : [];
  if (!user) throw errors.linkUsed();
  const { code: agencyCode, name: agencyName } = await uow.get(Agency, uow.agencyId);
  const { userName, displayName, email } = user;
  return { agencyCode, agencyName, userName, displayName, email };
});

const Body = Type.Object({
  token: Token,
  password: Password,
  passwordAgain: Type.String({ minLength: 1, maxLength: 200 }),
});
const Done = Type.Object({ userName: Type.String(), agencyCode: Type.String() });

const use = command(
  { permission },
  async (uow, { id, passwordHash }: { id: string; passwordHash: string }) => {
    const reset = await lockFirst(uow, PasswordReset, { id, state: 'pending' });
    if (!reset?.userId) throw errors.linkUsed();
    const user = await uow.lock(User, reset.userId);
    if (!user.active) throw errors.linkUsed();
    reset.state = 'used';
    await uow.em.flush(); // so that what follows finds only the others
    await setPassword(uow, user, { passwordHash });
    return { userName: user.userName };
  },
);

interface Ports {
  readonly links: LinkRules;
  readonly checkPassword: CheckPassword;
}

async function hashThenUse(
  call: Call,
  { links, checkPassword }: Ports,
  { token, password, passwordAgain }: Static<typeof Body>,
): Promise<Static<typeof Done>> {
  const holder = holderOf('password-reset', token, links, call.clock.now());
  const holding = { ...call, principal: holder };
  const { agencyCode, agencyName, userName, displayName, email } = await getForm(holding, holder.objectId);
  checkTyping({ password, passwordAgain });
  const about = [userName, displayName, email, agencyCode, agencyName.zh, agencyName.en];
  await checkPassword({ password, about });
  const done = await use(holding, { id: holder.objectId, passwordHash: await hashPassword(password) });
  return { ...done, agencyCode };
}

export const usePasswordResetRoutes = (ports: Ports) => [
  route({
    method: 'GET',
    path: '/v1/new-passwords',
    summary: 'Whose password is to be set, for the holder of the link',
    access: 'link',
    query: Type.Object({ token: Token }),
    result: Form,
    handle: (call, { query: { token } }) => {
      const holder = holderOf('password-reset', token, ports.links, call.clock.now());
      return getForm({ ...call, principal: holder }, holder.objectId);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/new-passwords',
    summary: 'Set a new password by a link, once; all sessions end',
    access: 'link',
    body: Body,
    result: Done,
    status: 201,
    handle: (call, { body }) => hashThenUse(call, ports, body),
  }),
];
