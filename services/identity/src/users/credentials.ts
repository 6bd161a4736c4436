import { Type } from 'typebox';

/** With a letter: whoever took somebody's mobile number for a user name would keep them from signing in with it. */
export const UserName = Type.String({
  pattern: '^(?=.*\\p{L})[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}$',
  description: 'Letters, digits, dot, dash, underscore; at least one letter',
});
export const Email = Type.String({ format: 'email', maxLength: 200 });
export const Password = Type.String({ minLength: 10, maxLength: 200 });
export const DisplayName = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\p{Cc}]*[^\\s\\p{Cc}][^\\p{Cc}]*$',
});
export const Locale = Type.Enum(['zh', 'en']);
export const Roles = Type.Array(Type.String(), { minItems: 1, maxItems: 15, uniqueItems: true });
