import { parseConfig, serviceConfig } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Config = Type.Object({
  ...serviceConfig,
  /** gRPC address of crm, `host:port`: where to reach a customer, links to questionnaires. */
  CRM_GRPC: Type.String({ minLength: 1 }),
  /** gRPC address of itinerary: links to contracts. */
  ITINERARY_GRPC: Type.String({ minLength: 1 }),
  /** Where e-mail is handed over: `smtp://user:password@host:port`, or `smtps://`. */
  SMTP_URL: Type.String({ pattern: '^smtps?://' }),
  /** Sender of all e-mail, `Name <address>`; the name shown is the agency's. */
  MAIL_FROM: Type.String({ pattern: '^[^<>]*<[^<>@ ]+@[^<>@ ]+>$' }),
});

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  parseConfig(Config, environment);

export const readConfig = (): Config => parse(process.env);
