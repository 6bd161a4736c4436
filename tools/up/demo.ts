import type { fillDemo } from '../story/demo.ts';
import type { Config } from './config.ts';
import { readJson, writeJson } from './json-file.ts';
import type { Places } from './places.ts';

interface DemoRecord {
  /** Which database it is in: another one has no demo yet. */
  readonly database: string;
  readonly lines: readonly string[];
  /** Where the system was found then. Older records do not say. */
  readonly origin?: string;
}

/** What the demo told about itself when it was filled in; undefined when it is not in this database. @param origin where the system is found now */
export function demoLines(places: Places, config: Config, origin: string): readonly string[] | undefined {
  // Written by ourselves, below.
  const record = readJson(places.demo) as DemoRecord | undefined;
  if (record?.database !== databaseName(config)) return undefined;
  const { lines, origin: before } = record;
  return before === undefined ? lines : lines.map((line) => line.replaceAll(before, origin));
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
  const record: DemoRecord = { database: databaseName(config), lines, origin: input.gatewayUrl };
  writeJson(places.demo, record);
  return lines;
}

function databaseName({ databaseUrl }: Config): string {
  if (databaseUrl === undefined) return 'embedded';
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
