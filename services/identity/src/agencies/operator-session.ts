import { createHash, timingSafeEqual } from 'node:crypto';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';

const seconds = 300;

/** The platform's operator shows the secret and gets a short token that founds agencies and sees none of their data. */
export const operatorSessionRoute = (keys: SigningKeys, secret: string) =>
  route({
    method: 'POST',
    path: '/v1/operator-sessions',
    summary: 'Sign in as the operator of the platform',
    access: 'anyone',
    body: Type.Object({ secret: Type.String({ minLength: 1, maxLength: 200 }) }),
    result: Type.Object({ accessToken: Type.String(), expiresInSeconds: Type.Integer() }),
    status: 201,
    handle: async (_call, { body }) => {
      if (!sameSecret(body.secret, secret)) throw errors.wrongSecret();
      return { accessToken: await keys.sign({ kind: 'operator' }, seconds), expiresInSeconds: seconds };
    },
  });

/** Compares in a time that says nothing about the secret, not even its length. */
export const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

const digest = (text: string) => createHash('sha256').update(text).digest();
