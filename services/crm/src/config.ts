import { parseConfig, serviceConfig, vaultConfig, vaultNeeds } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Config = Type.Object(
  {
    ...serviceConfig,
    ...vaultConfig,
    /** Signs the links customers get; itinerary signs its own with the same. */
    LINK_SECRET: Type.String({ minLength: 16 }),
    /** The origin customers reach us at: the gateway's. */
    PUBLIC_URL: Type.String({ pattern: '^https?://[^/]+$' }),
    /** Days a questionnaire can be answered, after the day it was sent. */
    SURVEY_VALID_DAYS: Type.Integer({ minimum: 1, maximum: 365, default: 30 }),
  },
  vaultNeeds,
);

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  parseConfig(Config, environment);

export const readConfig = (): Config => parse(process.env);
