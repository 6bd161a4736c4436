import { randomBytes } from 'node:crypto';

/** A password hash in PHC string format that is of no password: for accounts that have none, which take as long to refuse as any. */
export const noPassword = (): string => `$argon2id$v=19$m=19456,t=2,p=1$${random(16)}$${random(32)}`;

const random = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
