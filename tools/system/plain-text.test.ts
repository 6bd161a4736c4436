import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findInBytes, findInFiles } from './plain-text.ts';

const needles = { card: '110102199101010078', other: 'E12345678' };

it('finds a value as it is, in hex, in base64 and in UTF-16', () => {
  const forms = ['utf8', 'hex', 'base64'] as const;
  const texts = forms.map((form) => `{"a":"${Buffer.from(needles.card).toString(form)}"}`);
  const bytes = Buffer.concat([Buffer.from(texts.join('\n')), Buffer.from(needles.card, 'utf16le')]);
  expect(findInBytes(bytes, needles)).toEqual(['card', 'card (hex)', 'card (base64)', 'card (UTF-16)']);
  expect(findInBytes(Buffer.from('110102********0078'), needles)).toEqual([]);
});

it('finds it in files of any depth, also where two reads of a file meet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yitu-plain-text-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'deep', 'deeper'), { recursive: true });
  const edge = Buffer.alloc(8 * 1024 * 1024, 0);
  edge.write(needles.card, 4 * 1024 * 1024 - 9);
  await writeFile(join(folder, 'deep', 'edge'), edge);
  await writeFile(join(folder, 'deep', 'deeper', 'text'), `number=${needles.other}\n`);
  await writeFile(join(folder, 'empty'), '');
  expect(await findInFiles(folder, needles)).toEqual(
    expect.arrayContaining([
      { value: 'card', place: join(folder, 'deep', 'edge') },
      { value: 'other', place: join(folder, 'deep', 'deeper', 'text') },
    ]),
  );
  expect(await findInFiles(join(folder, 'empty'), needles)).toEqual([]);
  expect(await findInFiles(join(folder, 'deep', 'deeper', 'text'), needles)).toHaveLength(1);
});
