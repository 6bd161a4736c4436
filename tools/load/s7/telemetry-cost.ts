import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../up/places.ts';
import type { Measured } from '../measure/load.ts';
import { phase } from '../measure/phase.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { prepareAgency, signInAll } from '../s1/agency.ts';
import { placings, throughGateway } from '../s1/orders.ts';
import { startCollector } from './collector.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { resultOf, summaryOf, verdict, type Rounds } from './result.ts';

/** As S1 measures the gateway. */
const load = { connections: 32, seconds: 7.5 };
/** In turns, and who begins takes turns: what the host does to the one it does to the other. */
const rounds = [1, 2, 3, 4];
/** Three times as often as Prometheus usually asks. */
const scrapeSeconds = 5;

const share = '0.1';

/** Both at once: the one that is not measured has nothing to do. */
type Systems = Readonly<Record<'with' | 'without', OwnSystem>>;

/** S7: the rate of S1 with telemetry (a tenth of the traces sent to a collector, all metrics scraped) and without any, on two systems of its own. */
export async function telemetryCost(stage: Omit<Stage, 'system'>): Promise<Outcome> {
  const { tell, tool } = stage;
  tell(`S7: placing orders through the gateway with telemetry and without, measured with ${tool.name}`);
  const collector = await startCollector();
  const started: OwnSystem[] = [];
  try {
    const start = async (name: string, environment: Record<string, string>) => {
      const system = await startOwnSystem(join(ROOT, '.yitu', 'load', name), environment, tell);
      started.push(system);
      tell(`${name}: ready at ${system.origin}`);
      return system;
    };
    const systems = {
      with: await start('with-telemetry', {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: share,
      }),
      without: await start('without-telemetry', { OTEL_SDK_DISABLED: 'true' }),
    };
    const result = resultOf(await measureRounds(stage, systems));
    tell(`${collector.batches()} batches of spans came to the collector`);
    if (collector.batches() === 0) throw new Error('nothing came to the collector: telemetry was not on');
    tell(verdict(result));
    return { result, errors: result.errors, summary: summaryOf(result) };
  } finally {
    for (const system of started) await system.end();
    await collector.stop();
  }
}

async function measureRounds(stage: Omit<Stage, 'system'>, systems: Systems): Promise<Rounds> {
  const agencies = { with: await prepareAgency(systems.with), without: await prepareAgency(systems.without) };
  const measured: Record<keyof Systems, Measured[]> = { with: [], without: [] };
  for (const round of rounds)
    for (const how of round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const)) {
      const [system, agency] = [systems[how], agencies[how]];
      const target = async () =>
        throughGateway(placings(agency), system.origin, await signInAll(system, agency));
      const beside = how === 'with' ? () => scrape(system) : undefined;
      const what = `${how} telemetry, round ${round} of ${rounds.length}`;
      measured[how].push(await phase({ ...stage, system }, what, target, load, beside));
    }
  return measured;
}

/** Asks every service for its metrics again and again while a round lasts. */
async function scrape({ serviceOrigins }: OwnSystem): Promise<void> {
  for (let seconds = 0; seconds < load.seconds; seconds += scrapeSeconds) {
    await Promise.all(serviceOrigins.map(metricsOf));
    await pause(Math.min(scrapeSeconds, load.seconds - seconds) * 1_000);
  }
}

async function metricsOf(origin: string): Promise<void> {
  const response = await fetch(`${origin}/metrics`);
  const metrics = await response.text();
  if (!response.ok || !metrics.includes('target_info'))
    throw new Error(`${origin} tells no metrics: ${response.status} ${metrics.slice(0, 200)}`);
}
