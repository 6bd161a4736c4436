import { Type } from 'typebox';
import { errors } from '../errors.ts';

export const UserName = Type.String({
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}$',
  description: 'Letters, digits, dot, dash, underscore',
});
export const Email = Type.String({ format: 'email', maxLength: 200 });
export const Password = Type.String({ minLength: 10, maxLength: 200 });

/** @throws identity/weak-password when the password is the account's own name */
export function checkPassword({ userName, password }: { userName: string; password: string }): void {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  if (plain(password).includes(plain(userName)) && password.length < userName.length + 6)
    throw errors.weakPassword();
}
