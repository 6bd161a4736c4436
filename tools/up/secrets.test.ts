import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readJson, writeJson } from './json-file.ts';
import { type Places, placesIn } from './places.ts';
import { ensureSecrets } from './secrets.ts';

function places(): Places {
  const directory = mkdtempSync(join(tmpdir(), 'yitu-secrets-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return placesIn(directory);
}

test('secrets are made once, for their owner only, and found again', () => {
  const here = places();
  const secrets = ensureSecrets(here);
  const read = () => [here.signingKeys, here.vaultRootKeys].map((file) => readFileSync(file, 'utf8'));
  const keys = read();
  expect(ensureSecrets(here)).toEqual(secrets);
  expect(read()).toEqual(keys);
  for (const file of [here.secrets, here.signingKeys, here.vaultRootKeys])
    expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('no two checkouts share a secret', () => {
  expect(ensureSecrets(places())).not.toMatchObject({
    operatorSecret: ensureSecrets(places()).operatorSecret,
  });
});

test('a service that is new since the secrets were made gets its own', () => {
  const here = places();
  const { rolePasswords, ...others } = ensureSecrets(here);
  const { yitu_finance: _left, ...older } = rolePasswords;
  writeJson(here.secrets, { ...others, rolePasswords: older });
  const completed = ensureSecrets(here);
  expect(completed.rolePasswords).toMatchObject(older);
  expect(completed.rolePasswords['yitu_finance']).toMatch(/.{16}/);
  expect(readJson(here.secrets)).toEqual(completed);
});

test('data whose secrets are gone is not opened with new ones', () => {
  const here = places();
  mkdirSync(here.postgres, { recursive: true });
  expect(() => ensureSecrets(here)).toThrow(/secrets.json is gone.*npm start -- --fresh/);
});
