import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD, build } from '../build/build.ts';
import { surroundingVariables } from './config.ts';
import { plants } from './plant/plants.ts';
import { tryPlant } from './plant/try-plant.ts';
import { struggle } from './run.ts';
import { openStage, type Stage } from './stage.ts';

/** PostgreSQL and booking are killed, the wire to booking is cut, the clock jumps. */
const seed = 214;
const silent = () => undefined;

let directory: string;
let folder: string;
let stage: Stage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yitu-faults-'));
  folder = await mkdtemp(join(BUILD, '../build-'));
  await build(folder);
  stage = await openStage({
    ...{ directory, build: folder, environment: surroundingVariables(), durability: 'unsafe' },
    services: ['identity', 'crm', 'booking', 'finance', 'gateway'],
  });
}, 90_000);

afterAll(async () => {
  await stage.close(false);
  await rm(directory, { recursive: true });
  await rm(folder, { recursive: true });
});

describe('a system that is struck while it is loaded', () => {
  it('loses nothing, sells nothing twice and leaks nothing', async () => {
    const { verdict, line } = await struggle(stage, {
      ...{ seed, durationMs: 8_000, slotMs: 2_000, clients: 4, tell: silent },
    });
    expect(verdict).toEqual({
      ...{ lost: [], oversold: [], leaked: [], events_missing: [], events_double: [], doubled: [] },
      ...{ money_off: [], refunds_off: [], coupons_off: [], credit_off: [], effects_off: [] },
    });
    expect(line.acked).toBeGreaterThan(10);
    expect(line.kills).toBeGreaterThanOrEqual(2);
  }, 90_000);

  it('leaves a history of all that was asked and all that was done to it', async () => {
    const lines = (await readFile(join(directory, 'history.jsonl'), 'utf8')).trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as { process: unknown; type: string }); // as it was written
    const ofClients = entries.filter(({ process }) => typeof process === 'number');
    const of = (wanted: string) => ofClients.filter(({ type }) => type === wanted).length;
    expect(of('invoke')).toBe(of('ok') + of('fail') + of('info'));
    expect(entries.some(({ process }) => process === 'nemesis')).toBe(true);
  });

  it('is seen to leak seats, when it does', async () => {
    const plant = plants.find(({ name }) => name === 'give-back-never');
    if (!plant) throw new Error('there is such a plant');
    expect((await tryPlant(stage, plant, seed)).found.leaked).toBeGreaterThan(0);
  }, 60_000);
});
