import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { Invitation, invitationStates, invitationView, InvitationView, validHours } from './invitation.ts';

const permission = 'identity.user.add';
const Query = Type.Object({ ...page, state: Type.Optional(Type.Enum([...invitationStates])) });

const listInvitations = query({ permission }, async (uow, { limit, after, state }: Static<typeof Query>) => {
  const where = { agencyId: uow.agencyId, ...(state && { state }), ...(after && { id: { $lt: after } }) };
  const rows = await uow.em.find(Invitation, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit);
  return { invitations: items.map(invitationView), next };
});

interface Target {
  invitationId: string;
  version: number;
}

async function pending(uow: UnitOfWork, { invitationId, version }: Target): Promise<Invitation> {
  const invitation = await uow.lock(Invitation, invitationId, version);
  if (invitation.state !== 'pending') throw errors.invitationOver();
  return invitation;
}

/** Another link, good for another week; the one before dies. */
const sendAgain = command({ permission }, async (uow, target: Target) => {
  const invitation = await pending(uow, target);
  invitation.linkId = newId();
  invitation.expiresAt = uow.now.add({ hours: validHours });
  const { id: invitationId, branchId } = invitation;
  uow.publish(invitation, events.invitationSent, { invitationId, branchId });
  return invitationView(invitation);
});

const withdraw = command({ permission }, async (uow, target: Target) => {
  const invitation = await pending(uow, target);
  invitation.state = 'withdrawn';
  const { id: invitationId, branchId } = invitation;
  uow.publish(invitation, events.invitationWithdrawn, { invitationId, branchId });
  return invitationView(invitation);
});

const params = Type.Object({ invitationId: Id });

export const manageInvitationsRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/invitations',
    summary: 'Invitations within reach, newest first',
    access: permission,
    query: Query,
    result: Type.Object({ invitations: Type.Array(InvitationView), next: Next }),
    handle: (call, { query: input }) => listInvitations(call, input),
  }),
  route({
    method: 'POST',
    path: '/v1/invitations/:invitationId/sendings',
    summary: 'Send an invitation again, with a new link',
    access: permission,
    params,
    result: InvitationView,
    versioned: true,
    handle: (call, { params: { invitationId }, version }) => sendAgain(call, { invitationId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/invitations/:invitationId/withdrawal',
    summary: 'Withdraw an invitation; its link dies',
    access: permission,
    params,
    result: InvitationView,
    versioned: true,
    handle: (call, { params: { invitationId }, version }) => withdraw(call, { invitationId, version }),
  }),
];
