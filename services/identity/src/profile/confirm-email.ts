import { events } from '@yitu/contracts';
import { command, query } from '@yitu/persistence';
import { LocalText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Agency } from '../agencies/agency.ts';
import { errors } from '../errors.ts';
import { lockFirst } from '../lock-first.ts';
import { holderOf, permissionOf, Token, type LinkRules } from '../links/account-link.ts';
import { replaceEarlier } from '../password-resets/password-reset.ts';
import { User } from '../users/user.ts';
import { EmailChange } from './email-change.ts';

const permission = permissionOf('email-change');

const getForm = query({ permission }, async (uow, id: string) => {
  const [change] = await uow.find(EmailChange, { id, state: 'pending' });
  if (!change) throw errors.linkUsed();
  const { name: agencyName } = await uow.get(Agency, uow.agencyId);
  return { agencyName, email: change.newEmail };
});

/** @throws identity/link-used, email-taken: told to the owner of the address alone */
const confirm = command({ permission }, async (uow, id: string) => {
  const change = await lockFirst(uow, EmailChange, { id, state: 'pending' });
  if (!change) throw errors.linkUsed();
  const user = await uow.lock(User, change.userId);
  if (!user.active) throw errors.linkUsed();
  change.state = 'confirmed';
  user.email = change.newEmail;
  await replaceEarlier(uow, user.id); // links to a new password lie in the mailbox they have left
  uow.publish(user, events.userProfileChanged, { userId: user.id, changedFields: ['email'] });
  return { email: user.email };
});

export const confirmEmailRoutes = (links: LinkRules) => [
  route({
    method: 'GET',
    path: '/v1/email-confirmations',
    summary: 'Which address is to be confirmed, for the holder of the link',
    access: 'link',
    query: Type.Object({ token: Token }),
    result: Type.Object({ agencyName: LocalText, email: Type.String() }),
    handle: (call, { query: { token } }) => {
      const holder = holderOf('email-change', token, links, call.clock.now());
      return getForm({ ...call, principal: holder }, holder.objectId);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/email-confirmations',
    summary: 'Confirm a new e-mail address, once',
    access: 'link',
    body: Type.Object({ token: Token }),
    result: Type.Object({ email: Type.String() }),
    status: 201,
    handle: (call, { body: { token } }) => {
      const holder = holderOf('email-change', token, links, call.clock.now());
      return confirm({ ...call, principal: holder }, holder.objectId);
    },
  }),
];
