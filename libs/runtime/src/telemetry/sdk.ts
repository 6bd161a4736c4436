/**
 * OpenTelemetry's SDK in its CommonJS form. As ES modules the same 250 small files cost every process 3 to 5 MB and
 * 30 ms more, and a system on one machine is eight processes. The API (`@opentelemetry/api`) is imported as usual:
 * its state is global, both forms share it.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

// Each assertion names the package that is loaded: createRequire has no types of its own.
export const { AsyncLocalStorageContextManager } = load(
  '@opentelemetry/context-async-hooks',
) as typeof import('@opentelemetry/context-async-hooks');
export const {
  RPCType,
  W3CTraceContextPropagator,
  getRPCMetadata,
  isTracingSuppressed,
  setGlobalErrorHandler,
} = load('@opentelemetry/core') as typeof import('@opentelemetry/core');
export const { PrometheusSerializer } = load(
  '@opentelemetry/exporter-prometheus',
) as typeof import('@opentelemetry/exporter-prometheus');
export const { GrpcInstrumentation } = load(
  '@opentelemetry/instrumentation-grpc',
) as typeof import('@opentelemetry/instrumentation-grpc');
export const { HttpInstrumentation } = load(
  '@opentelemetry/instrumentation-http',
) as typeof import('@opentelemetry/instrumentation-http');
export const { PgInstrumentation } = load(
  '@opentelemetry/instrumentation-pg',
) as typeof import('@opentelemetry/instrumentation-pg');
export const { UndiciInstrumentation } = load(
  '@opentelemetry/instrumentation-undici',
) as typeof import('@opentelemetry/instrumentation-undici');
export const { detectResources, envDetector, resourceFromAttributes } = load(
  '@opentelemetry/resources',
) as typeof import('@opentelemetry/resources');
export const { AggregationType, MeterProvider, MetricReader } = load(
  '@opentelemetry/sdk-metrics',
) as typeof import('@opentelemetry/sdk-metrics');
export const {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  TracerProvider,
} = load('@opentelemetry/sdk-trace') as typeof import('@opentelemetry/sdk-trace');

/** The exporter, another 3 MB, only for a process that has somewhere to export to. */
export function loadTraceExporter(): typeof import('@opentelemetry/exporter-trace-otlp-http').OTLPTraceExporter {
  const exporter = load(
    '@opentelemetry/exporter-trace-otlp-http',
  ) as typeof import('@opentelemetry/exporter-trace-otlp-http');
  return exporter.OTLPTraceExporter;
}
