import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { serviceNames } from '@yitu/testkit/surroundings';
import { BUILD, buildIfChanged } from '../build/build.ts';
import { ROOT } from '../up/places.ts';
import { isClean, type Verdict } from './check/verdict.ts';
import { surroundingVariables } from './config.ts';
import { parseOptions, UsageError, usageOf, type Options } from './options.ts';
import { struggle } from './run.ts';
import { openStage } from './stage.ts';

const tell = (line: string) => console.log(line);
const plants: string[] = [];

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, plants, randomInt(1_000_000));
  if (options.help) {
    tell(usageOf(plants));
    return 0;
  }
  return await run(options);
}

async function run(options: Options): Promise<number> {
  const stamp = Temporal.Now.plainDateTimeISO('UTC').toString({ smallestUnit: 'second' }).replaceAll(':', '');
  const directory = join(ROOT, '.yitu/faults', `${stamp}-${options.plant ?? `seed-${options.seed}`}`);
  tell(`Seed ${options.seed}; starting a system of its own in ${directory}`);
  await buildIfChanged();
  const stage = await openStage({
    ...{ directory, services: serviceNames, build: BUILD },
    ...{ environment: surroundingVariables(), durability: 'durable' },
  });
  const state = { clean: false };
  try {
    const { verdict, json } = await struggle(stage, { ...options, tell });
    state.clean = isClean(verdict);
    for (const line of linesOf(verdict)) tell(line);
    tell(`History, schedule and logs: ${directory}`);
    tell(json);
    return state.clean ? 0 : 1;
  } finally {
    await stage.close(!state.clean);
  }
}

const mostShown = 10;

function linesOf(verdict: Verdict): string[] {
  return Object.entries(verdict).flatMap(([name, violations]) => [
    ...violations.slice(0, mostShown).map(({ text }) => `  ${name}: ${text}`),
    ...(violations.length > mostShown ? [`  ${name}: and ${violations.length - mostShown} more`] : []),
  ]);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n${usageOf(plants)}` : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
