import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Agency } from '../agencies/agency.ts';
import { openBranchOf } from '../branches/tree.ts';
import { errors } from '../errors.ts';
import { lockFirst } from '../lock-first.ts';
import { holderOf, permissionOf, Token, type LinkRules } from '../links/account-link.ts';
import { checkTyping, type CheckPassword } from '../password-rules/check-password.ts';
import { Password, UserName } from '../users/credentials.ts';
import { hashPassword } from '../users/passwords.ts';
import { requireCourses } from '../roles/required-courses/require-courses.ts';
import { User } from '../users/user.ts';
import { Invitation } from './invitation.ts';

const permission = permissionOf('invitation');

const Form = Type.Object({
  agencyCode: Type.String(),
  agencyName: LocalText,
  displayName: Type.String(),
  email: Type.String(),
  expiresAt: InstantText,
});

/** @throws identity/link-used also where the invitation was sent again or withdrawn */
async function formOf(uow: UnitOfWork, linkId: string): Promise<Static<typeof Form>> {
  const [invitation] = await uow.find(Invitation, { linkId, state: 'pending' });
  if (!invitation) throw errors.linkUsed();
  const { code: agencyCode, name: agencyName } = await uow.get(Agency, uow.agencyId);
  const { displayName, email, expiresAt } = invitation;
  return { agencyCode, agencyName, displayName, email, expiresAt: expiresAt.toString() };
}

const getForm = query({ permission }, formOf);

const Body = Type.Object({
  token: Token,
  userName: UserName,
  password: Password,
  passwordAgain: Type.String({ minLength: 1, maxLength: 200 }),
});

const Accepted = Type.Object({ userId: Id, userName: Type.String(), agencyCode: Type.String() });

interface Chosen {
  linkId: string;
  userName: string;
  passwordHash: string;
}

const accept = command({ permission }, async (uow, { linkId, userName, passwordHash }: Chosen) => {
  const invitation = await lockFirst(uow, Invitation, { linkId, state: 'pending' });
  if (!invitation) throw errors.linkUsed();
  const { id: invitationId, branchId, displayName, email, mobile, locale, roles } = invitation;
  await openBranchOf(uow, branchId);
  await requireCourses(uow, undefined, roles); // they may have been asked for since
  const created = { agencyId: uow.agencyId, id: newId(), version: 0, createdAt: uow.now };
  const person = {
    branchId,
    userName,
    displayName,
    email,
    mobile: mobile ?? null,
    locale,
    roles,
    passwordHash,
  };
  const user = uow.add(uow.em.create(User, { ...created, ...person, grants: [], denials: [], active: true }));
  uow.publish(user, events.userAdded, { userId: user.id, branchId, roles, account: 'staff' });
  await uow.em.flush(); // the invitation refers to who it has become
  invitation.state = 'accepted';
  invitation.userId = user.id;
  uow.publish(invitation, events.invitationAccepted, { invitationId, branchId, userId: user.id });
  const { code: agencyCode } = await uow.get(Agency, uow.agencyId);
  return { userId: user.id, userName, agencyCode };
});

async function hashThenAccept(
  call: Call,
  { links, checkPassword }: Ports,
  { token, userName, password, passwordAgain }: Static<typeof Body>,
): Promise<Static<typeof Accepted>> {
  const holder = holderOf('invitation', token, links, call.clock.now());
  const holding = { ...call, principal: holder };
  const { displayName, email, agencyCode, agencyName } = await getForm(holding, holder.objectId);
  checkTyping({ password, passwordAgain });
  const about = [userName, displayName, email, agencyCode, agencyName.zh, agencyName.en];
  await checkPassword({ password, about });
  return accept(holding, { linkId: holder.objectId, userName, passwordHash: await hashPassword(password) });
}

interface Ports {
  readonly links: LinkRules;
  readonly checkPassword: CheckPassword;
}

export const acceptInvitationRoutes = (ports: Ports) => [
  route({
    method: 'GET',
    path: '/v1/invitation-forms',
    summary: 'What an invitation is to, for the holder of its link',
    access: 'link',
    query: Type.Object({ token: Token }),
    result: Form,
    handle: (call, { query: { token } }) => {
      const holder = holderOf('invitation', token, ports.links, call.clock.now());
      return getForm({ ...call, principal: holder }, holder.objectId);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/invitation-forms/accept',
    summary: 'Accept an invitation with a user name and a password of one’s own, once',
    access: 'link',
    body: Body,
    result: Accepted,
    status: 201,
    handle: (call, { body }) => hashThenAccept(call, ports, body),
  }),
];
