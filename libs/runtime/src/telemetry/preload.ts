/**
 * Telemetry of a process, loaded before anything else: `node --import @yitu/runtime/telemetry services/x/src/main.ts`.
 * Traces go to the collector named by OTEL_EXPORTER_OTLP_ENDPOINT; without one, trace ids still exist, travel
 * and stand in logs and problem answers. Metrics wait for whoever asks for `metricsText()`.
 */
import { readTelemetryConfig } from './config.ts';

const config = readTelemetryConfig();
if (config.enabled) {
  const { startTelemetry } = await import('./start.ts');
  await startTelemetry(config);
}
