import { SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { Span, SpanProcessor, TracerProvider as Provider } from '@opentelemetry/sdk-trace';
import type { TelemetryConfig } from './config.ts';
import { samplerFor } from './sampling.ts';
import {
  AsyncLocalStorageContextManager,
  BatchSpanProcessor,
  TracerProvider,
  W3CTraceContextPropagator,
  loadTraceExporter,
} from './sdk.ts';

/** Makes spans, their propagation (W3C) and their way to the collector available to the whole process. */
export function startTracing(config: TelemetryConfig, resource: Resource): Provider {
  const provider = new TracerProvider({
    resource,
    sampler: samplerFor(config),
    spanProcessors: config.exporting ? [freeTextRemover(), batches(config)] : [],
    spanLimits: { attributeValueLengthLimit: 4_096 },
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return provider;
}

function batches(config: TelemetryConfig): SpanProcessor {
  const OTLPTraceExporter = loadTraceExporter();
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
