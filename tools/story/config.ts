import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from './cast.ts';

const folder = join(import.meta.dirname, '../../.yitu');

interface Run {
  readonly ready: boolean;
  readonly url?: string;
  readonly mail?: { readonly httpUrl: string };
}

/** The system that runs on this machine, as `npm start` noted it; undefined when none is ready. */
export async function runningStage(): Promise<Stage | undefined> {
  try {
    const run = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as Run; // written by tools/up
    const { operatorSecret } = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as {
      operatorSecret: string;
    }; // likewise
    if (!run.ready || !run.url || !run.mail) return undefined;
    return { origin: run.url, operatorSecret, mailUrl: run.mail.httpUrl };
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
}
