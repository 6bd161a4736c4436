import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Scanners of repositories know our secrets by this beginning. */
const prefix = 'yitu_cs_';

export const newSecret = (): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/**
 * Of 256 random bits nobody guesses any, so one round of SHA-256 is enough: Argon2 is slow to make guessing of what people think up dear, and here
 * it would only make every token dear.
 */
export const hashSecret = (secret: string): string => digest(secret).toString('base64url');

/** Whether a hash is the secret's, in a time that does not depend on how much of it is right. */
export const isHashOf = (hash: string, secret: string): boolean => {
  const expected = Buffer.from(hash, 'base64url');
  const given = digest(secret);
  return expected.length === given.length && timingSafeEqual(expected, given);
};

const digest = (secret: string) => createHash('sha256').update(secret).digest();
