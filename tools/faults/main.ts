import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { serviceNames } from '@yitu/testkit/surroundings';
import { BUILD, buildIfChanged } from '../build/build.ts';
import { ROOT } from '../up/places.ts';
import { sumOf, type Line } from './check/line.ts';
import { isClean, type Verdict } from './check/verdict.ts';
import { surroundingVariables } from './config.ts';
import { parseOptions, UsageError, usageOf, type Options } from './options.ts';
import { struggle } from './run.ts';
import { nothing, plants } from './plant/plants.ts';
import { tryPlant, type Tried } from './plant/try-plant.ts';
import { openStage, type Stage } from './stage.ts';

const tell = (line: string) => console.log(line);
const names = plants.map(({ name }) => name);

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, names, randomInt(1_000_000));
  if (options.help) {
    tell(usageOf(names));
    return 0;
  }
  return options.plant === undefined ? await runSeeds(options) : (await run(options)).code;
}

/** One run after the other; the last line sums them up. */
async function runSeeds(options: Options): Promise<number> {
  const lines: Line[] = [];
  const codes: number[] = [];
  for (let number = 0; number < options.seeds; number++) {
    const { code, line } = await run({ ...options, seed: options.seed + number });
    codes.push(code);
    if (line) lines.push(line);
  }
  if (options.seeds > 1 && lines.length > 0)
    tell(JSON.stringify({ ...sumOf(lines), unjudged: options.seeds - lines.length }));
  return Math.max(...codes);
}

interface Ran {
  readonly code: number;
  /** Of a run that was struck and could be judged. */
  readonly line?: Line | undefined;
}

async function run(options: Options): Promise<Ran> {
  const stamp = Temporal.Now.plainDateTimeISO('UTC').toString({ smallestUnit: 'second' }).replaceAll(':', '');
  const directory = join(ROOT, '.yitu/faults', `${stamp}-${options.plant ?? `seed-${options.seed}`}`);
  tell(`Seed ${options.seed}; starting a system of its own in ${directory}`);
  await buildIfChanged();
  const stage = await openStage({
    ...{ directory, services: serviceNames, build: BUILD },
    ...{
      environment: surroundingVariables(),
      durability: 'durable',
      smallDisks: options.plant === undefined,
    },
  });
  if (options.plant === undefined && stage.system.disks.size === 0)
    tell('No disk will be full: that takes root and a loop device, to make one of our own.');
  const outcome = { good: false };
  try {
    const { good, json, line } = await (options.plant === undefined
      ? struck(stage, options)
      : planted(stage, options));
    outcome.good = good;
    tell(`History and logs: ${directory}`);
    tell(json);
    return { code: good ? 0 : 1, line };
  } catch (error) {
    // A system that does not come back is a finding too.
    tell(`History, logs and data: ${directory}`);
    console.error(error);
    tell(JSON.stringify({ seed: options.seed, error: String(error) }));
    return { code: 1 };
  } finally {
    await stage.close(!outcome.good);
  }
}

interface Outcome {
  readonly good: boolean;
  readonly json: string;
  readonly line?: Line;
}

async function struck(stage: Stage, options: Options): Promise<Outcome> {
  const { verdict, line } = await struggle(stage, { ...options, tell });
  for (const found of linesOf(verdict)) tell(found);
  if (line.gaps_missed.length > 0)
    tell(`  Stood still after a kill for longer than is promised: ${line.gaps_missed.join(', ')}`);
  return { good: isClean(verdict), json: JSON.stringify(line), line };
}

/** Good is a run in which every planted bug was found by the checker that is there for it. */
async function planted(stage: Stage, { plant: wanted, seed }: Options): Promise<Outcome> {
  const tried: Tried[] = [];
  for (const plant of plants.filter(({ name }) => wanted === 'all' || name === wanted)) {
    const one = await tryPlant(stage, plant, seed);
    tried.push(one);
    tell(`${one.caught ? '✓' : '✗'} ${plant.name} (${plant.as}): ${foundBy(one) || 'nobody has seen it'}`);
  }
  const healthy = await tryPlant(stage, nothing, seed);
  tell(`${foundBy(healthy) === '' ? '✓' : '✗'} nothing planted: ${foundBy(healthy) || 'nothing found'}`);
  const caught = Object.fromEntries(
    tried.filter((one) => one.caught).map(({ plant }) => [plant.name, plant.caughtBy]),
  );
  const missed = tried.filter((one) => !one.caught).map(({ plant }) => plant.name);
  const found = { planted: tried.length, caught, missed, found_where_nothing_is: healthy.found };
  return { good: missed.length === 0 && foundBy(healthy) === '', json: JSON.stringify(found) };
}

const foundBy = ({ found }: Tried) =>
  Object.entries(found)
    .map(([checker, count]) => `${checker} ${count}`)
    .join(', ');

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
  console.error(error instanceof UsageError ? `${error.message}\n${usageOf(names)}` : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
