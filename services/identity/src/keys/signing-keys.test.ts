import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@yitu/testkit';
import { newSigningKeys } from '@yitu/testkit/surroundings';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSigningKeys } from './signing-keys.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'yitu-keys-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

it('a file that cannot be read any more is told, and the keys known so far go on', async () => {
  const file = join(directory, 'keys.json');
  writeFileSync(file, newSigningKeys());
  const faults: unknown[] = [];
  const keys = await openSigningKeys(file, (error) => faults.push(error));
  const token = await keys.sign({ kind: 'operator' }, 60);
  writeFileSync(file, 'half a fi');
  await eventually(async () => {
    expect(await keys.verify(await keys.sign({ kind: 'operator' }, 60))).toEqual({ kind: 'operator' });
    expect(faults).not.toEqual([]);
  });
  expect(await keys.verify(token)).toEqual({ kind: 'operator' });
  const mended = newSigningKeys();
  writeFileSync(file, mended);
  const [{ kid }] = JSON.parse(mended) as [{ kid: string }];
  await eventually(async () => {
    expect((await keys.published()).keys.map((key) => key.kid)).toEqual([kid]);
  });
});

it('a service does not begin without keys', async () => {
  const file = join(directory, 'none.json');
  writeFileSync(file, '[]');
  await expect(openSigningKeys(file, () => undefined)).rejects.toThrow('no JSON list of private keys');
});
