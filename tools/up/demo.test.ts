import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoLines } from './demo.ts';
import { writeJson } from './json-file.ts';

it('tells of the demo where the system is found now, in the database that has it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yitu-demo-'));
  try {
    // Of places and settings only these are read.
    const places = { demo: join(folder, 'demo.json') } as Parameters<typeof demoLines>[0];
    const config = {} as Parameters<typeof demoLines>[1];
    const now = 'http://127.0.0.1:9090';
    expect(demoLines(places, config, now)).toBeUndefined();
    const lines = ['wang, at http://127.0.0.1:8080/portal', 'Password: x'];
    writeJson(places.demo, { database: 'embedded', lines, origin: 'http://127.0.0.1:8080' });
    expect(demoLines(places, config, now)).toEqual(['wang, at http://127.0.0.1:9090/portal', 'Password: x']);
    const elsewhere = { databaseUrl: 'postgres://localhost/other' } as typeof config;
    expect(demoLines(places, elsewhere, now)).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});
