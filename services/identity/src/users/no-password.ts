import { randomBytes } from 'node:crypto';

/** A salt of nothing but zeros, which no password that somebody has ever chosen was hashed with. */
const noSalt = 'A'.repeat(22);

/** A password hash in PHC string format that is of no password: for accounts that have none, which take as long to refuse as any. */
export const noPassword = (): string =>
  `$argon2id$v=19$m=19456,t=2,p=1$${noSalt}$${randomBytes(32).toString('base64').replace(/=+$/, '')}`;

/** Whether somebody has a password at all: who comes by their agency's provider has none until they set one. */
export const hasPassword = (hash: string): boolean => hash.split('$')[4] !== noSalt;
