import { parseConfig, serviceConfig } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Config = Type.Object({ ...serviceConfig });

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  parseConfig(Config, environment);

export const readConfig = (): Config => parse(process.env);
