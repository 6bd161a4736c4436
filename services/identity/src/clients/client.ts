import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Grant } from '@yitu/access';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { scopeText } from './scopes.ts';

/** A program of an integration team that calls the API on its own account. Its id is its user's too. */
export const Client = defineEntity({
  name: 'Client',
  tableName: 'clients',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    name: p.string(),
    scopes: p.json<Grant[]>(),
    enabled: p.boolean(),
    removedAt: p.type(InstantType).nullable(),
    lastUsedAt: p.type(InstantType).nullable(),
    lastUsedAddress: p.string().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Client = InferEntity<typeof Client>;

/** One of a client's secrets, by its hash; without an end it is the current one. */
export const ClientSecret = defineEntity({
  name: 'ClientSecret',
  tableName: 'client_secrets',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    clientId: p.uuid(),
    hash: p.string(),
    createdAt: p.type(InstantType),
    expiresAt: p.type(InstantType).nullable(),
  },
});

export type ClientSecret = InferEntity<typeof ClientSecret>;

const Nullable = Type.Union([InstantText, Type.Null()]);

export const ClientView = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The client_id of OAuth 2.0.' }),
    name: Type.String(),
    branchId: Id,
    scopes: Type.Array(Type.String()),
    enabled: Type.Boolean(),
    secrets: Type.Array(Type.Object({ id: Id, createdAt: InstantText, expiresAt: Nullable }), {
      description: 'Those that work now: the newest first.',
    }),
    lastUsedAt: Nullable,
    lastUsedAddress: Type.Union([Type.String(), Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Client' },
);

/** A client as its managers see it: of its secrets only that they exist. */
export const clientView = (client: Client, secrets: readonly ClientSecret[]): Static<typeof ClientView> => ({
  id: client.id,
  name: client.name,
  branchId: client.branchId,
  scopes: client.scopes.map((scope) => scopeText([scope])),
  enabled: client.enabled,
  secrets: secrets.map(({ id, createdAt, expiresAt }) => ({
    id,
    createdAt: createdAt.toString(),
    expiresAt: expiresAt?.toString() ?? null,
  })),
  lastUsedAt: client.lastUsedAt?.toString() ?? null,
  lastUsedAddress: client.lastUsedAddress ?? null,
  version: client.version,
  createdAt: client.createdAt.toString(),
});

/** Whether a secret still works. */
export const works = ({ expiresAt }: Pick<ClientSecret, 'expiresAt'>, now: Temporal.Instant): boolean =>
  !expiresAt || Temporal.Instant.compare(expiresAt, now) > 0;
