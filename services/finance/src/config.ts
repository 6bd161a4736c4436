import { checkSandbox, parseConfig, sandboxConfig, serviceConfig } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Config = Type.Object({
  ...serviceConfig,
  /** gRPC address of booking, `host:port`: orders and departures. */
  BOOKING_GRPC: Type.String({ minLength: 1 }),
  /** gRPC address of itinerary, `host:port`: whether a trip has ended. */
  ITINERARY_GRPC: Type.String({ minLength: 1 }),
  /** The origin customers reach us at: the gateway's. */
  PUBLIC_URL: Type.String({ pattern: '^https?://[^/]+$' }),
  ...sandboxConfig,
});

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  checkSandbox(parseConfig(Config, environment));

export const readConfig = (): Config => parse(process.env);
