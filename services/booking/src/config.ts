import { parseConfig, serviceConfig } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Config = Type.Object({
  ...serviceConfig,
  /** gRPC address of crm, `host:port`: customers and travellers of an order. */
  CRM_GRPC: Type.String({ minLength: 1 }),
  /** Directory of the files of pictures, which all replicas share. */
  PICTURES_DIR: Type.String({ minLength: 1 }),
});

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  parseConfig(Config, environment);

export const readConfig = (): Config => parse(process.env);
