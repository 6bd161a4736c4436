import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Agency } from '../agencies/agency.ts';
import { Branch } from '../branches/branch.ts';
import { errors } from '../errors.ts';
import { branchErrors } from '../branches/errors.ts';
import { lockFirst } from '../lock-first.ts';
import { holderOf, permissionOf, Token, type LinkRules } from '../links/account-link.ts';
import { accountWith } from '../users/find-users.ts';
import { User } from '../users/user.ts';
import { LegalAcceptance } from './legal-acceptance.ts';
import { Registration } from './registration.ts';

const permission = permissionOf('registration');

const getForm = query({ permission }, async (uow, id: string) => {
  const [registration] = await uow.find(Registration, { id, state: 'pending' });
  if (!registration) throw errors.linkUsed();
  const { code: agencyCode, name: agencyName } = await uow.get(Agency, uow.agencyId);
  return { agencyCode, agencyName, userName: registration.userName, email: registration.email };
});

/** The owner of the e-mail address has opened the link: the account is made, with what they have agreed to. */
const confirm = command({ permission }, async (uow, id: string) => {
  const registration = await lockFirst(uow, Registration, { id, state: 'pending' });
  if (!registration) throw errors.linkUsed();
  const { userName, email, mobile } = registration;
  // Somebody was faster; what of it is taken is told to nobody.
  if (await accountWith(uow, { userName, email, mobile })) throw errors.registrationNotPossible();
  const user = await makeUser(uow, registration);
  registration.state = 'confirmed';
  registration.userId = user.id;
  const { code: agencyCode } = await uow.get(Agency, uow.agencyId);
  return { userId: user.id, userName, agencyCode };
});

async function makeUser(uow: UnitOfWork, registration: Registration): Promise<User> {
  const { userName, displayName, email, mobile, locale, passwordHash } = registration;
  const branchId = await branchOf(uow, registration.branchId);
  const created = { agencyId: uow.agencyId, id: newId(), version: 0, createdAt: uow.now };
  const person = { branchId, userName, displayName, email, mobile, locale, passwordHash };
  const access = { account: 'customer' as const, roles: ['customer'], grants: [], denials: [], active: true };
  const user = uow.add(uow.em.create(User, { ...created, ...person, ...access }));
  const told = { userId: user.id, branchId };
  uow.publish(user, events.userAdded, { ...told, roles: user.roles, account: 'customer' });
  uow.publish({ id: user.id, version: 0 }, events.customerAccountRegistered, told);
  await uow.em.flush(); // acceptances refer to who accepted
  const { createdAt: acceptedAt, remoteAddress } = registration;
  for (const legalTextId of [registration.termsId, registration.privacyId]) {
    const accepted = {
      agencyId: uow.agencyId,
      userId: user.id,
      legalTextId,
      acceptedAt,
      locale,
      remoteAddress,
    };
    uow.add(uow.em.create(LegalAcceptance, accepted));
  }
  return user;
}

/** The branch that was asked for, or headquarters where it has closed since. */
async function branchOf(uow: UnitOfWork, asked: string): Promise<string> {
  const branches = await uow.find(Branch, { state: 'open', $or: [{ id: asked }, { kind: 'headquarters' }] });
  const branch = branches.find(({ id }) => id === asked) ?? branches[0];
  if (!branch) throw branchErrors.noSuchBranch();
  return branch.id;
}

export const confirmRegistrationRoutes = (links: LinkRules) => [
  route({
    method: 'GET',
    path: '/v1/registration-confirmations',
    summary: 'What a registration is of, for the holder of its link',
    access: 'link',
    query: Type.Object({ token: Token }),
    result: Type.Object({
      agencyCode: Type.String(),
      agencyName: LocalText,
      userName: Type.String(),
      email: Type.String(),
    }),
    handle: (call, { query: { token } }) => {
      const holder = holderOf('registration', token, links, call.clock.now());
      return getForm({ ...call, principal: holder }, holder.objectId);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/registration-confirmations',
    summary: 'Confirm the e-mail address of a registration, once; the account is ready then',
    access: 'link',
    body: Type.Object({ token: Token }),
    result: Type.Object({ userId: Id, userName: Type.String(), agencyCode: Type.String() }),
    status: 201,
    handle: (call, { body: { token } }) => {
      const holder = holderOf('registration', token, links, call.clock.now());
      return confirm({ ...call, principal: holder }, holder.objectId);
    },
  }),
];
