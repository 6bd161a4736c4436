import { SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { TelemetryConfig } from './config.ts';
import { samplerFor } from './sampling.ts';

/** Makes spans, their propagation (W3C) and their way to the collector available to the whole process. */
export async function startTracing(config: TelemetryConfig, resource: Resource): Promise<TracerProvider> {
  const provider = new TracerProvider({
    resource,
    sampler: samplerFor(config),
    spanProcessors: config.exporting ? [freeTextRemover(), await batches(config)] : [],
    spanLimits: { attributeValueLengthLimit: 4_096 },
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return provider;
}

/** The exporter is loaded only when there is somewhere to export to: it costs 3 MB. */
async function batches(config: TelemetryConfig): Promise<SpanProcessor> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const exporter = new OTLPTraceExporter({ timeoutMillis: config.exportTimeout });
  return new BatchSpanProcessor({ exporter, scheduledDelayMillis: config.batchDelay });
}

/**
 * Messages of errors may quote what a person typed (PostgreSQL: `invalid input syntax for type date: "…"`).
 * Spans keep the kind of the error and where it happened; the message is in the log, where redaction knows the fields.
 */
function freeTextRemover(): SpanProcessor {
  const done = async (): Promise<void> => undefined;
  return {
    onStart: () => undefined,
    onEnding: removeFreeText,
    onEnd: () => undefined,
    forceFlush: done,
    shutdown: done,
  };
}

function removeFreeText(span: Span): void {
  if (span.status.message !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
  if (span.attributes['grpc.error_message'] !== undefined) delete span.attributes['grpc.error_message'];
  for (const { attributes } of span.events) {
    if (attributes === undefined) continue;
    delete attributes['exception.message'];
    const stack = attributes['exception.stacktrace'];
    if (typeof stack === 'string') attributes['exception.stacktrace'] = framesOf(stack);
  }
}

/** A stack without its first lines, which repeat the message. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
