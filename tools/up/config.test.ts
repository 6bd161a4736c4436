import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { refuseFreshOnForeignData } from './fresh.ts';

describe('the environment of npm start', () => {
  test('names no server when the variables are missing or empty', () => {
    expect(readConfig({ DATABASE_URL: '', LOG_LEVEL: '' })).toMatchObject({
      databaseUrl: undefined,
      natsUrl: undefined,
      logLevel: 'info',
    });
  });

  test('is refused when the address of a server is none', () => {
    expect(() => readConfig({ NATS_URL: 'nonsense' })).toThrow(/NATS_URL is not an address such as nats:/);
  });

  test('reaches the services only as far as they need it', () => {
    const env = {
      PATH: '/bin',
      OTEL_TRACES_SAMPLER: 'always_off',
      AWS_SECRET_ACCESS_KEY: 'mine',
      npm_config_prefix: '/x',
    };
    expect(readConfig(env).passedOn).toEqual({ PATH: '/bin', OTEL_TRACES_SAMPLER: 'always_off' });
  });

  test('forbids a fresh start where the data is not ours', () => {
    const foreign = readConfig({ DATABASE_URL: 'postgres://x@db/yitu', NATS_URL: 'nats://bus' });
    expect(() => refuseFreshOnForeignData(foreign)).toThrow(/never the data of DATABASE_URL and NATS_URL/);
    expect(() => refuseFreshOnForeignData(readConfig({}))).not.toThrow();
  });
});
