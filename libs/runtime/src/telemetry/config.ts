import { basename, dirname } from 'node:path';
import { warn } from './warnings.ts';

/** What the preload needs to know; all of it from the standard OTEL_* variables. */
export interface TelemetryConfig {
  /** False only for measuring the cost of telemetry (OTEL_SDK_DISABLED): then there are no trace ids either. */
  readonly enabled: boolean;
  readonly service: string;
  /** True when a collector is named: only then are spans recorded and sent. */
  readonly exporting: boolean;
  /** Share (0 to 1) of the traces beginning in this process that are recorded; others follow their parent. */
  readonly sampledShare: number;
  /** Milliseconds a finished span waits for company before a batch is sent. */
  readonly batchDelay: number;
  /** Milliseconds one batch may take, retries included. */
  readonly exportTimeout: number;
}

/**
 * Reads OTEL_SERVICE_NAME (else the folder under services/ that runs), OTEL_SDK_DISABLED,
 * OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_TRACES_SAMPLER with its
 * OTEL_TRACES_SAMPLER_ARG (without them every trace, in production every tenth),
 * OTEL_BSP_SCHEDULE_DELAY and OTEL_EXPORTER_OTLP_TIMEOUT (both milliseconds).
 * A value it can't read is warned about and the default holds: telemetry must not keep a service from starting.
 */
export function readTelemetryConfig(env: NodeJS.ProcessEnv = process.env): TelemetryConfig {
  return {
    enabled: env['OTEL_SDK_DISABLED'] !== 'true',
    service: env['OTEL_SERVICE_NAME'] ?? serviceOf(process.argv[1]),
    exporting: Boolean(env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']),
    sampledShare: sampledShare(env),
    batchDelay: milliseconds(env, 'OTEL_BSP_SCHEDULE_DELAY', 5_000),
    exportTimeout: milliseconds(env, 'OTEL_EXPORTER_OTLP_TIMEOUT', 3_000),
  };
}

/** `services/booking/src/main.ts` is the service `booking`; any other program goes by its file's name (`booking.js`). */
function serviceOf(script: string | undefined): string {
  if (script === undefined) return 'unknown_service';
  const folder = dirname(script);
  return basename(folder) === 'src' ? basename(dirname(folder)) : basename(basename(script, '.ts'), '.js');
}

function sampledShare(env: NodeJS.ProcessEnv): number {
  const usual = env['YITU_ENV'] === 'production' ? 0.1 : 1;
  const sampler = env['OTEL_TRACES_SAMPLER']?.replace('parentbased_', '');
  if (sampler === undefined || sampler === '') return usual;
  if (sampler === 'always_on') return 1;
  if (sampler === 'always_off') return 0;
  const share = Number(env['OTEL_TRACES_SAMPLER_ARG'] ?? 1);
  if (sampler === 'traceidratio' && share >= 0 && share <= 1) return share;
  warn(`OTEL_TRACES_SAMPLER=${sampler} with that OTEL_TRACES_SAMPLER_ARG is unknown; ${usual} is used`);
  return usual;
}

function milliseconds(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const value = Number(env[name] ?? usual);
  if (Number.isInteger(value) && value > 0) return value;
  warn(`${name} is not a number of milliseconds; ${usual} is used`);
  return usual;
}
