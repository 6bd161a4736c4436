import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { newKey } from './cipher.ts';
import { SealBroken } from './errors.ts';
import { rootKeys } from './root-keys.ts';

const context = { agency: 'a', service: 'crm', purpose: 'wrapping', version: '1' };
const rootKey = (version: number) => ({ version, key: randomBytes(32).toString('base64') });
const inVariable = (...keys: unknown[]) => rootKeys({ VAULT_ROOT_KEYS: JSON.stringify(keys) });

it('wraps with the newest version and unwraps with any', async () => {
  const [first, second] = [rootKey(1), rootKey(2)];
  const key = newKey();
  const old = await inVariable(first).wrap(context, key);
  const both = inVariable(second, first);
  const fresh = await both.wrap(context, key);
  expect([old.rootKeyId, fresh.rootKeyId, await both.currentRootKeyId()]).toEqual(['1', '2', '2']);
  for (const wrapped of [old, fresh]) expect((await both.unwrap(context, wrapped)).equals(key)).toBe(true);
  await expect(inVariable(first).unwrap(context, fresh)).rejects.toThrow('no root key of version 2');
});

it('refuses a key that was wrapped for another context, by another key, or was changed', async () => {
  const root = rootKey(1);
  const source = inVariable(root);
  const wrapped = await source.wrap(context, newKey());
  await expect(source.unwrap({ ...context, agency: 'b' }, wrapped)).rejects.toThrow(SealBroken);
  await expect(inVariable(rootKey(1)).unwrap(context, wrapped)).rejects.toThrow(SealBroken);
  const changed = `${wrapped.wrapped.startsWith('A') ? 'B' : 'A'}${wrapped.wrapped.slice(1)}`;
  await expect(source.unwrap(context, { ...wrapped, wrapped: changed })).rejects.toThrow(SealBroken);
});

it('takes a new version of the file without a restart', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'yitu-root-keys-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const file = join(directory, 'keys.json');
  const first = rootKey(1);
  await writeFile(file, JSON.stringify([first]));
  const source = rootKeys({ VAULT_ROOT_KEYS_FILE: file });
  expect(await source.currentRootKeyId()).toBe('1');
  await writeFile(file, JSON.stringify([first, rootKey(2)]));
  expect(await source.currentRootKeyId()).toBe('2');
});

it('refuses two keys of one version, and a key with a character that is no base64', async () => {
  const one = rootKey(1);
  await expect(inVariable(one, rootKey(1)).currentRootKeyId()).rejects.toThrow('two root keys have the same');
  const mistyped = { ...one, key: `${one.key.slice(0, 5)} ${one.key.slice(5)}` };
  await expect(inVariable(mistyped).currentRootKeyId()).rejects.toThrow('32 bytes in base64');
});

it.each(['no json at all', '[{"version":0,"key":""}]', '[{"version":1,"key":"c2hvcnQ="}]', '[null]'])(
  'refuses root keys such as %j without repeating them',
  async (text) => {
    const wrapping = rootKeys({ VAULT_ROOT_KEYS: text }).wrap(context, newKey());
    const error: unknown = await wrapping.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'InvalidRootKeys' });
    expect(inspect(error)).not.toContain(text);
  },
);

it.each(['', '{}', '[]'])('refuses %j, which holds no root key', async (text) => {
  const wrapping = rootKeys({ VAULT_ROOT_KEYS: text }).wrap(context, newKey());
  await expect(wrapping).rejects.toMatchObject({ name: 'InvalidRootKeys' });
});

it('never shows a key when it is printed', async () => {
  const root = rootKey(1);
  const source = inVariable(root);
  const key = await source.unwrap(context, await source.wrap(context, newKey()));
  const bytes = key.export();
  const printed = inspect({ source, key }, { depth: 10, showHidden: true });
  for (const form of ['base64', 'base64url', 'hex'] as const)
    expect(printed).not.toContain(bytes.toString(form));
  expect(printed).not.toContain(root.key);
});
