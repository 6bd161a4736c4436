import { parseConfig } from '@yitu/runtime';
import { Type } from 'typebox';

const Config = Type.Object({
  /** Connection of the role that owns the schemas. */
  ADMIN_DATABASE_URL: Type.String({ minLength: 1 }),
  /** JSON object: role name → password. */
  ROLE_PASSWORDS: Type.String({ minLength: 2 }),
});

export const readConfig = () => parseConfig(Config, process.env);
