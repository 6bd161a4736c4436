import { setGlobalErrorHandler } from '@opentelemetry/core';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import type { TelemetryConfig } from './config.ts';
import { instrumentModules } from './instrumentations.ts';
import { startMetering } from './metering.ts';
import { observeProcess } from './process-metrics.ts';
import { telemetryRuns } from './running.ts';
import { startTracing } from './tracing.ts';
import { reasonOf, warn, warnAboutDiagnostics } from './warnings.ts';

/** Puts tracing and metering in place, in this order: instruments made before their provider would do nothing. */
export async function startTelemetry(config: TelemetryConfig): Promise<void> {
  warnAboutDiagnostics();
  setGlobalErrorHandler((error) => warn(reasonOf(error)));
  const named = resourceFromAttributes({ 'service.name': config.service, 'service.namespace': 'yitu' });
  const resource = named.merge(detectResources({ detectors: [envDetector] }));
  const traces = await startTracing(config, resource);
  const metricsText = startMetering(resource);
  instrumentModules();
  observeProcess();
  telemetryRuns({ flush: (options) => traces.forceFlush(options), metricsText });
}
