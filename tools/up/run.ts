import { mkdirSync } from 'node:fs';
import { endProcesses } from '@yitu/testkit/servers';
import { demoLines, fillDemoOnce } from './demo.ts';
import { removeData } from './fresh.ts';
import { rotateLogs } from './logs.ts';
import { claimRun } from './run-state.ts';
import { PREFERRED } from './ports.ts';
import { ensureSecrets } from './secrets.ts';
import { clockOfSystem } from '../story/config.ts';
import { listenForStop } from './stop-signal.ts';
import { createStops } from './stops.ts';
import { bringUp } from './system.ts';
import type { Start } from './start.ts';

/**
 * Starts the system, keeps it running until somebody wants it to end, and stops it in order.
 * @returns the exit code
 * @throws AlreadyRunning
 */
export async function run(given: Pick<Start, 'options' | 'config' | 'places' | 'report'>): Promise<number> {
  const { options, places, config, report } = given;
  mkdirSync(places.state, { recursive: true });
  const { claim, leftovers } = claimRun(places.run);
  const stops = createStops(report);
  const stop = listenForStop(report, () => {
    stops.killAll();
    claim.release();
  });
  try {
    await endLeftovers(report, leftovers);
    if (options.fresh) await removeData(places);
    rotateLogs(places.logs);
    const start = { ...given, claim, stops, signal: stop.signal, secrets: ensureSecrets(places) };
    const urls = await bringUp(start);
    // Since the process began, loading included.
    report.done('Yitu is ready', 0);
    const lines = options.demo ? await demo(start, urls) : (demoLines(places, config, urls.gatewayUrl) ?? []);
    welcome(start, urls, lines);
    await stop.requested;
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 0;
    report.failed(error);
    return 1;
  } finally {
    await stops.stopAll();
    claim.release();
  }
}

async function endLeftovers(
  report: Start['report'],
  leftovers: Parameters<typeof endProcesses>[0],
): Promise<void> {
  if (leftovers.length === 0) return;
  report.begins(`Ending ${leftovers.length} processes that an earlier run has left`);
  await endProcesses(leftovers, 'SIGINT');
}

/** A demo that fails is told, and tried again at the next start: the system itself runs. */
async function demo(start: Start, urls: { gatewayUrl: string; mailUrl: string }): Promise<readonly string[]> {
  const { places, config, secrets, report, signal } = start;
  const filled = demoLines(places, config, urls.gatewayUrl);
  if (filled !== undefined) return filled;
  const since = performance.now();
  report.begins('Filling in the demo by playing the main job through the public API');
  try {
    const input = {
      gatewayUrl: urls.gatewayUrl,
      mailSinkUrl: urls.mailUrl,
      operatorSecret: secrets.operatorSecret,
      clock: clockOfSystem(places.clock),
    };
    const log = (line: string) => {
      if (!signal.aborted) report.tell(`  ${line}`); // what fails because it was stopped is no failure
    };
    const lines = await Promise.race([fillDemoOnce(places, config, { ...input, log }), rejectOn(signal)]);
    report.done('The demo is filled in', since);
    return lines;
  } catch (error) {
    signal.throwIfAborted();
    report.failed(error);
    return ['The demo could not be filled in; the next start tries again, or use --fresh.'];
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
  });
}

function welcome(
  { report, places, options }: Start,
  urls: { gatewayUrl: string; mailUrl: string },
  lines: readonly string[],
): void {
  report.tell(
    '',
    ...(options.port === undefined && !urls.gatewayUrl.endsWith(`:${PREFERRED.gateway}`)
      ? [`  Port ${PREFERRED.gateway} is taken, so the gateway is elsewhere:`]
      : []),
    `  Open         ${urls.gatewayUrl}`,
    `  Its mail     ${urls.mailUrl}`,
    `  What runs    ${places.run}`,
    `  Logs         ${places.logs}`,
    ...lines.map((line) => `  ${line}`),
    '',
    '  Ctrl-C stops everything; the data stays.',
  );
}
