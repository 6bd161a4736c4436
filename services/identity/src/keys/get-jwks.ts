import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { SigningKeys } from './signing-keys.ts';

/** The public keys every service checks access tokens with (RFC 7517). */
export const getJwksRoute = (keys: SigningKeys) =>
  route({
    method: 'GET',
    path: '/.well-known/jwks.json',
    summary: 'Public keys of access tokens (JWKS)',
    access: 'anyone',
    result: Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
    handle: async () => ({ keys: (await keys.published()).keys.map((key) => ({ ...key })) }),
  });
