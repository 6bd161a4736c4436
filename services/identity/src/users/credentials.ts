import { Type } from 'typebox';

export const UserName = Type.String({
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}$',
  description: 'Letters, digits, dot, dash, underscore',
});
export const Email = Type.String({ format: 'email', maxLength: 200 });
export const Password = Type.String({ minLength: 10, maxLength: 200 });
