import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkReach, countryOf, openBranchOf } from '../branches/tree.ts';
import { errors } from '../errors.ts';
import { checkRoles } from '../roles/give-roles.ts';
import { DisplayName, Email, Locale, Roles } from '../users/credentials.ts';
import { accountWith } from '../users/find-users.ts';
import { Mobile, mobileOf } from '../users/mobile.ts';
import { requireCourses } from '../roles/required-courses/require-courses.ts';
import { Invitation, invitationView, InvitationView, validHours } from './invitation.ts';

const permission = 'identity.user.add';
const Body = Type.Object({
  branchId: Id,
  displayName: DisplayName,
  email: Email,
  mobile: Type.Optional(Mobile),
  locale: Locale,
  roles: Roles,
});

/** Invites somebody to the staff: they choose name and password themselves, by the link they are sent. */
const invite = command({ permission }, async (uow, { mobile, ...input }: Static<typeof Body>) => {
  checkReach(uow.member, permission, [input.branchId]);
  await checkRoles(uow, input.branchId, input.roles);
  await openBranchOf(uow, input.branchId);
  await requireCourses(uow, undefined, input.roles);
  if (await accountWith(uow, { email: input.email })) throw errors.emailTaken();
  const invitation = uow.add(
    uow.em.create(Invitation, {
      agencyId: uow.agencyId,
      id: newId(),
      ...input,
      mobile: mobile === undefined ? null : mobileOf(mobile, await countryOf(uow)),
      state: 'pending',
      linkId: newId(),
      expiresAt: uow.now.add({ hours: validHours }),
      invitedBy: uow.userId,
      userId: null,
      version: 0,
      createdAt: uow.now,
    }),
  );
  const { id: invitationId, branchId } = invitation;
  uow.publish(invitation, events.invitationSent, { invitationId, branchId });
  return invitationView(invitation);
});

export const inviteRoute = () =>
  route({
    method: 'POST',
    path: '/v1/invitations',
    summary: 'Invite somebody to the staff; they are sent a link',
    access: permission,
    body: Body,
    result: InvitationView,
    status: 201,
    handle: (call, { body }) => invite(call, body),
  });
