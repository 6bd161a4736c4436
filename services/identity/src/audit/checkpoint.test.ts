import { generateKeyPairSync } from 'node:crypto';
import { newId } from '@yitu/kernel';
import { expect, it } from 'vitest';
import { checkpointKeys } from './checkpoint.ts';
import { genesis } from './entry.ts';

const newKey = (kid: string) => ({
  ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  kid,
});
const [first, second] = [newKey('first'), newKey('second')];
const head = {
  agencyId: newId(),
  sequence: 7,
  hash: 'a'.repeat(64),
  signedAt: '2026-05-01T04:00:00Z',
  previous: genesis,
};
const signed = checkpointKeys([first]).sign(head);

it('is read by whoever has the public key, also after another key has come to sign', () => {
  const { d: _private, ...publicKey } = first;
  for (const keys of [checkpointKeys([publicKey]), checkpointKeys([second, first])])
    expect(keys.open(signed)).toMatchObject({ ...head, kid: 'first' });
  expect(() => checkpointKeys([publicKey]).sign(head)).toThrow('no private key');
});

it.each([
  ['another agency', { agencyId: newId() }],
  ['another place', { sequence: 6 }],
  ['another hash', { hash: 'b'.repeat(64) }],
  ['another time', { signedAt: '2026-05-02T04:00:00Z' }],
  ['another one before', { previous: 'b'.repeat(64) }],
  ['another key', { kid: 'second' }],
])('is none when it names %s', (_what, change) => {
  const changed = JSON.stringify({ ...(JSON.parse(signed) as object), ...change });
  expect(checkpointKeys([first, second]).open(changed)).toBeUndefined();
});

it.each(['', 'nothing', '{}', '[]', signed.slice(0, -10)])('is none in this line: %s', (line) => {
  expect(checkpointKeys([first]).open(line)).toBeUndefined();
});
