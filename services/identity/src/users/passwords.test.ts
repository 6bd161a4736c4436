import { newSecrets } from '@yitu/testkit/surroundings';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from '../config.ts';
import { hashPassword, hashWith, noPassword, owaspMemoryKib, verifyPassword } from './passwords.ts';

const { operatorSecret, linkSecret, serviceSecrets } = newSecrets();
const environment = {
  YITU_ENV: 'production',
  DATABASE_URL: 'postgres://identity@127.0.0.1/yitu',
  WORKER_DATABASE_URL: 'postgres://identity@127.0.0.1/yitu',
  NATS_URL: 'nats://127.0.0.1:4222',
  SERVICE_SECRET: serviceSecrets['identity'],
  SERVICE_SECRETS: JSON.stringify(serviceSecrets),
  IDENTITY_GRPC: '127.0.0.1:5001',
  IDENTITY_JWKS_URL: 'http://127.0.0.1:4001/.well-known/jwks.json',
  SIGNING_KEYS_FILE: 'keys.json',
  AUDIT_SIGNING_KEYS_FILE: 'audit.json',
  AUDIT_CHECKPOINTS_DIR: 'checkpoints',
  VAULT_ROOT_KEYS_FILE: 'root.json',
  OPERATOR_SECRET: operatorSecret,
  LINK_SECRET: linkSecret,
  PUBLIC_URL: 'https://yitu.example',
  PORT: '4001',
  GRPC_PORT: '5001',
};

afterEach(() => {
  hashWith(8); // as in every world of the tests
});

describe('a password', () => {
  it("is hashed with OWASP's minimum unless a test asks for less", async () => {
    hashWith(parse(environment).PASSWORD_MEMORY_KIB);
    const hash = await hashPassword('correct horse battery');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await verifyPassword('correct horse battery', hash)).toBe(true);
    expect(await verifyPassword('correct horse batterie', hash)).toBe(false);
  });

  it('is known also after new ones are hashed with more', async () => {
    hashWith(64);
    const hash = await hashPassword('correct horse battery');
    hashWith(owaspMemoryKib);
    expect(await verifyPassword('correct horse battery', hash)).toBe(true);
  });

  it('is the same however its characters were composed', async () => {
    expect(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toBe(true);
  });

  it('fits neither an account without one nor no account at all', async () => {
    expect(await verifyPassword('', noPassword())).toBe(false);
    expect(await verifyPassword('A', undefined)).toBe(false);
  });

  it('cannot be hashed with less in production', () => {
    const less = { ...environment, PASSWORD_MEMORY_KIB: '19455' };
    expect(() => parse(less)).toThrow('PASSWORD_MEMORY_KIB must be >= 19456');
    expect(parse({ ...less, YITU_ENV: 'local' }).PASSWORD_MEMORY_KIB).toBe(19_455);
  });
});
