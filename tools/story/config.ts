import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@yitu/kernel';
import { clockOfFile } from '@yitu/runtime/clock';
import { readLiveRun } from '../up/run-state.ts';
import type { Stage } from './cast.ts';

const folder = join(import.meta.dirname, '../../.yitu');

/** The system that runs on this machine, as `npm start` noted it; undefined when none is ready. */
export async function runningStage(): Promise<Stage | undefined> {
  const run = readLiveRun(join(folder, 'run.json'));
  if (!run?.ready || !run.url || !run.mail) return undefined;
  const { operatorSecret } = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as {
    operatorSecret: string;
  }; // written by tools/up
  const clock = clockOfSystem(join(folder, 'clock'));
  return { origin: run.url, operatorSecret, mailUrl: run.mail.httpUrl, clock };
}

/** The clock that the services have; a wrong text in its file is their business to tell. */
export const clockOfSystem = (file: string): Clock => clockOfFile(file, () => undefined);
