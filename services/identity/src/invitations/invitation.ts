import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const invitationStates = ['pending', 'accepted', 'withdrawn'] as const;
/** A link is good for a week. */
export const validHours = 7 * 24;

/** Somebody who is to become a member of staff. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    displayName: p.string(),
    email: p.string(),
    mobile: p.string().nullable(),
    locale: p.string().$type<'zh' | 'en'>(),
    roles: p.array(),
    state: p.string().$type<(typeof invitationStates)[number]>(),
    /** Named by the link in force; with each sending there is another one. */
    linkId: p.uuid(),
    expiresAt: p.type(InstantType),
    invitedBy: p.uuid(),
    userId: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Invitation = InferEntity<typeof Invitation>;

export const InvitationView = Type.Object(
  {
    id: Id,
    branchId: Id,
    displayName: Type.String(),
    email: Type.String(),
    mobile: Type.Union([Type.String(), Type.Null()]),
    locale: Type.String(),
    roles: Type.Array(Type.String()),
    state: Type.Enum([...invitationStates]),
    expiresAt: InstantText,
    invitedBy: Id,
    userId: Type.Union([Id, Type.Null()], { description: 'Who it has become' }),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Invitation' },
);

/** What staff see of an invitation: never what its link holds. */
export const invitationView = (invitation: Invitation): Static<typeof InvitationView> => ({
  id: invitation.id,
  branchId: invitation.branchId,
  displayName: invitation.displayName,
  email: invitation.email,
  mobile: invitation.mobile ?? null,
  locale: invitation.locale,
  roles: invitation.roles,
  state: invitation.state,
  expiresAt: invitation.expiresAt.toString(),
  invitedBy: invitation.invitedBy,
  userId: invitation.userId ?? null,
  version: invitation.version,
  createdAt: invitation.createdAt.toString(),
});
