import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import type { Place, SealedTable } from '@yitu/vault';
import { Type, type Static } from 'typebox';

/** Where an agency's people sign in by OpenID Connect; an agency has one at most. */
export const IdentityProvider = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_providers',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    issuer: p.string(),
    clientId: p.string(),
    /** Sealed by the vault. */
    clientSecret: p.string(),
    emailDomains: p.array(),
    /** Whether an address counts as verified where the provider says nothing about that. */
    trustEmail: p.boolean(),
    userNameClaim: p.string(),
    newRole: p.string().nullable(),
    newBranchId: p.uuid().nullable(),
    required: p.boolean(),
    version: p.integer(),
    changedAt: p.type(InstantType),
  },
});

export type IdentityProvider = InferEntity<typeof IdentityProvider>;

/** Whom a provider means with a subject. */
export const ProviderAccount = defineEntity({
  name: 'ProviderAccount',
  tableName: 'provider_accounts',
  properties: {
    agencyId: p.uuid().primary(),
    issuer: p.string().primary(),
    subject: p.string().primary(),
    userId: p.uuid(),
    linkedAt: p.type(InstantType),
  },
});

export type ProviderAccount = InferEntity<typeof ProviderAccount>;

/** Where the secret lies; it is sealed for the provider itself, as a person's fields are for that person. */
export const secretPlace = (providerId: string): Place => ({
  table: 'identity_providers',
  row: providerId,
  field: 'client_secret',
});

/** What a rotation of data keys seals again. */
export const sealedProviders: SealedTable = {
  table: 'identity_providers',
  personColumn: 'id',
  fields: [{ field: 'client_secret', column: 'client_secret' }],
};

export const Newcomers = Type.Object({
  role: Type.String({ minLength: 1, maxLength: 60 }),
  branchId: Id,
});

export const IdentityProviderView = Type.Object(
  {
    id: Id,
    issuer: Type.String(),
    clientId: Type.String(),
    emailDomains: Type.Array(Type.String()),
    trustEmail: Type.Boolean(),
    userNameClaim: Type.String(),
    newcomers: Type.Union([Newcomers, Type.Null()]),
    required: Type.Boolean(),
    redirectUri: Type.String({ description: 'To be registered at the provider.' }),
    version: Version,
    changedAt: InstantText,
  },
  { title: 'IdentityProvider' },
);

/** What administrators see of it: never the secret. */
export const identityProviderView = (
  provider: IdentityProvider,
  redirectUri: string,
): Static<typeof IdentityProviderView> => {
  const { id, issuer, clientId, emailDomains, trustEmail, userNameClaim, required, version } = provider;
  const { newRole: role, newBranchId: branchId } = provider;
  const newcomers = role && branchId ? { role, branchId } : null;
  const rules = { emailDomains, trustEmail, userNameClaim, newcomers, required };
  return { id, issuer, clientId, ...rules, redirectUri, version, changedAt: provider.changedAt.toString() };
};

/** Each agency has an address of its own to come back to: one provider's answer cannot be passed off as another's (RFC 9700, 4.4). */
export const redirectUriOf = (publicUrl: string, agencyCode: string): string =>
  `${publicUrl}/session/oidc/${agencyCode}/callback`;
