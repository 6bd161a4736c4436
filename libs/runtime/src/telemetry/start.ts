import type { TelemetryConfig } from './config.ts';
import { instrumentModules } from './instrumentations.ts';
import { startMetering } from './metering.ts';
import { observeProcess } from './process-metrics.ts';
import { telemetryRuns } from './running.ts';
import { detectResources, envDetector, resourceFromAttributes, setGlobalErrorHandler } from './sdk.ts';
import { startTracing } from './tracing.ts';
import { warn, warnAboutDiagnostics, reasonOf } from './warnings.ts';

/** Puts tracing and metering in place, in this order: instruments made before their provider would do nothing. */
export function startTelemetry(config: TelemetryConfig): void {
  warnAboutDiagnostics();
  setGlobalErrorHandler((error) => warn(reasonOf(error)));
  const named = resourceFromAttributes({ 'service.name': config.service, 'service.namespace': 'yitu' });
  const resource = named.merge(detectResources({ detectors: [envDetector] }));
  const traces = startTracing(config, resource);
  const metricsText = startMetering(resource);
  instrumentModules();
  observeProcess();
  telemetryRuns({ flush: (options) => traces.forceFlush(options), metricsText });
}
