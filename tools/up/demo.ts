import type { fillDemo } from '../story/demo.ts';
import type { Config } from './config.ts';
import { readJson, writeJson } from './json-file.ts';
import type { Places } from './places.ts';

interface DemoRecord {
  /** Which database it is in: another one has no demo yet. */
  readonly database: string;
  readonly lines: readonly string[];
}

/** What the demo told about itself when it was filled in; undefined when it is not in this database. */
export function demoLines(places: Places, config: Config): readonly string[] | undefined {
  // Written by ourselves, below.
  const record = readJson(places.demo) as DemoRecord | undefined;
  return record?.database === databaseName(config) ? record.lines : undefined;
}

/** Fills in the demo and keeps what it tells about itself: where to go and how to sign in. */
export async function fillDemoOnce(
  places: Places,
  config: Config,
  input: Parameters<typeof fillDemo>[0],
): Promise<readonly string[]> {
  // Loaded only when it is needed: most starts find the demo filled in.
  const { fillDemo } = await import('../story/demo.ts');
  const lines = await fillDemo(input);
  const record: DemoRecord = { database: databaseName(config), lines };
  writeJson(places.demo, record);
  return lines;
}

function databaseName({ databaseUrl }: Config): string {
  if (databaseUrl === undefined) return 'embedded';
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
