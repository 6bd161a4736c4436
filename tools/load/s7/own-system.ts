import { mkdirSync, rmSync } from 'node:fs';
import { endProcesses } from '@yitu/testkit/servers';
import { readConfig } from '../../up/config.ts';
import { removeData } from '../../up/fresh.ts';
import { type Places, placesIn } from '../../up/places.ts';
import { createReport, type Report } from '../../up/report.ts';
import { claimRun } from '../../up/run-state.ts';
import { ensureSecrets } from '../../up/secrets.ts';
import { createStops } from '../../up/stops.ts';
import { bringUp } from '../../up/system.ts';
import { systemIn, type RunningSystem } from '../config.ts';

/** A whole system of the run's own. */
export interface OwnSystem extends RunningSystem {
  /** Ends it and removes its data; logs stay. */
  end(): Promise<void>;
}

/**
 * Starts everything as `npm start` does, on ports and data of its own.
 * @param state where it keeps its data: nothing from an earlier run is used @param environment variables of every process
 */
export async function startOwnSystem(
  state: string,
  environment: Readonly<Record<string, string>>,
  tell: (line: string) => void,
): Promise<OwnSystem> {
  const places = placesIn(state);
  mkdirSync(places.logs, { recursive: true });
  const { claim, leftovers } = claimRun(places.run);
  await endProcesses(leftovers, 'SIGINT');
  await removeData(places);
  const report = onlyTroubles(tell);
  const stops = createStops(report);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = () => {
    stops.killAll();
    claim.release();
    process.exit(130);
  };
  for (const signal of signals) process.once(signal, onSignal);
  const end = async () => {
    for (const signal of signals) process.off(signal, onSignal);
    await stops.stopAll();
    await removeAll(places);
    claim.release();
  };
  try {
    await bringUp({
      options: { fresh: false, demo: false, port: undefined, name: undefined, help: false },
      config: configWith(environment),
      secrets: ensureSecrets(places),
      signal: new AbortController().signal, // nobody asks it to stop half-way: a signal ends it at once
      ...{ places, claim, report, stops },
    });
    const system = systemIn(state);
    if (!system) throw new Error(`the system in ${state} is not ready`);
    return { ...system, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Its own servers, and what is measured instead of what this shell says about telemetry. */
function configWith(environment: Readonly<Record<string, string>>) {
  const config = readConfig();
  const kept = Object.entries(config.passedOn).filter(([name]) => !name.startsWith('OTEL_'));
  const passedOn = { ...Object.fromEntries(kept), ...environment };
  return { ...config, databaseUrl: undefined, natsUrl: undefined, passedOn };
}

async function removeAll(places: Places): Promise<void> {
  await removeData(places);
  rmSync(places.nats, { recursive: true, force: true });
}

function onlyTroubles(tell: (line: string) => void): Report {
  const quiet = () => undefined;
  return {
    ...createReport((line) => tell(`  ${line}`), false),
    begins: quiet,
    done: quiet,
    tell: quiet,
    warning: quiet,
  };
}
