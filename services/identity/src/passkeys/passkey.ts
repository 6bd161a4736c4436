import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** A key pair on somebody's device (WebAuthn); we have its public half. */
export const Passkey = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    userId: p.uuid(),
    credentialId: p.string(),
    publicKey: p.string(),
    counter: p.bigint(),
    transports: p.array(),
    name: p.string(),
    synced: p.boolean(),
    createdAt: p.type(InstantType),
    lastUsedAt: p.type(InstantType).nullable(),
  },
});

export type Passkey = InferEntity<typeof Passkey>;

export const PasskeyView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    synced: Type.Boolean({ description: 'Whether it is on several devices of its owner' }),
    createdAt: InstantText,
    lastUsedAt: Type.Union([InstantText, Type.Null()]),
  },
  { title: 'Passkey' },
);

export const passkeyView = ({
  id,
  name,
  synced,
  createdAt,
  lastUsedAt,
}: Passkey): Static<typeof PasskeyView> => ({
  id,
  name,
  synced,
  createdAt: createdAt.toString(),
  lastUsedAt: lastUsedAt?.toString() ?? null,
});

/** The party passkeys are for: they work at this origin alone. */
export interface RelyingParty {
  /** The host's name. */
  readonly id: string;
  readonly origin: string;
}

/** @param publicUrl the origin browsers see */
export function relyingPartyOf(publicUrl: string): RelyingParty {
  const { hostname: id, origin } = new URL(publicUrl);
  return { id, origin };
}

/** What a device gives back as the owner of a passkey: their agency and themselves, 16 bytes each. It says nothing about them to anybody else. */
export const handleOf = (agencyId: string, userId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from((agencyId + userId).replaceAll('-', ''), 'hex'));

/** @returns undefined for what is no such handle */
export function ownerOf(handle: string): { agencyId: string; userId: string } | undefined {
  const hex = Buffer.from(handle, 'base64url').toString('hex');
  if (hex.length !== 64) return undefined;
  return { agencyId: idOf(hex.slice(0, 32)), userId: idOf(hex.slice(32)) };
}

const idOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
