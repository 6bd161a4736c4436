import { parseConfig, serviceConfig } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Config = Type.Object({
  ...serviceConfig,
  /** gRPC address of booking, `host:port`: departures and orders. */
  BOOKING_GRPC: Type.String({ minLength: 1 }),
  /** gRPC address of crm, `host:port`: the customer of a request or contract. */
  CRM_GRPC: Type.String({ minLength: 1 }),
  /** Signs the links customers get. */
  LINK_SECRET: Type.String({ minLength: 16 }),
  /** The origin customers reach us at: the gateway's. */
  PUBLIC_URL: Type.String({ pattern: '^https?://[^/]+$' }),
  /** Days a signing link works, from the moment the contract is sent. */
  SIGNING_LINK_DAYS: Type.Integer({ minimum: 1, maximum: 90, default: 14 }),
});

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  parseConfig(Config, environment);

export const readConfig = (): Config => parse(process.env);
