import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@yitu/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { directoryStore } from './checkpoint-store.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yitu-checkpoints-'));
});
afterAll(() => rm(directory, { recursive: true }));

it('keeps the lines of each agency in the order they came, and names the agencies', async () => {
  const store = directoryStore(join(directory, 'made', 'when', 'needed'));
  const [one, other] = [newId(), newId()];
  expect([await store.agencies(), await store.lines(one), await store.newest(one)]).toEqual([[], [], []]);
  for (const line of ['a', 'b']) await store.append(one, line);
  await store.append(other, 'c');
  expect([await store.lines(one), await store.newest(one)]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect((await store.agencies()).toSorted()).toEqual([one, other].toSorted());
});

it('lets a line that was broken off spoil no other', async () => {
  const store = directoryStore(directory);
  const agency = newId();
  await store.append(agency, 'whole');
  await appendFile(join(directory, `${agency}.jsonl`), '{"bro');
  await store.append(agency, 'next');
  expect(await store.lines(agency)).toEqual(['whole', '{"bro', 'next']);
});

it('finds the newest line without reading them all, and gives no part of a line', async () => {
  const store = directoryStore(directory);
  const agency = newId();
  const lines = Array.from(
    { length: 60 },
    (_none, index) => `${String(index).padStart(4, '0')}${'x'.repeat(400)}`,
  );
  for (const line of lines) await store.append(agency, line);
  const newest = await store.newest(agency);
  expect(newest.length).toBeLessThan(30);
  expect(newest).toEqual(lines.slice(-newest.length));
});
