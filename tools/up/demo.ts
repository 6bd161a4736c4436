import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from './config.ts';
import { readJson, writeJson } from './json-file.ts';
import { type Places, ROOT } from './places.ts';

/** What `tools/story/demo.ts` needs to play the main job through the public API. */
export interface DemoInput {
  readonly gatewayUrl: string;
  readonly operatorSecret: string;
  readonly mailSinkUrl: string;
  readonly log: (line: string) => void;
}

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
  input: DemoInput,
): Promise<readonly string[]> {
  const fillDemo = await loadDemo();
  const lines = await fillDemo(input);
  const record: DemoRecord = { database: databaseName(config), lines };
  writeJson(places.demo, record);
  return lines;
}

/** Loaded only when it is needed: most starts find the demo filled in. */
async function loadDemo(): Promise<(input: DemoInput) => Promise<string[]>> {
  const story = (await import(pathToFileURL(join(ROOT, 'tools/story/demo.ts')).href)) as {
    fillDemo: (input: DemoInput) => Promise<string[]>; // its own types say the same
  };
  return story.fillDemo;
}

function databaseName({ databaseUrl }: Config): string {
  if (databaseUrl === undefined) return 'embedded';
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
