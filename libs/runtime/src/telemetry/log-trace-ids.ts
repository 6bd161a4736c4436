import { isSpanContextValid, trace } from '@opentelemetry/api';

/**
 * The trace a log line belongs to, for pino's `mixin` option: `pino({ mixin: logTraceIds })`.
 * Empty outside any span.
 */
export function logTraceIds(): { trace_id?: string; span_id?: string } {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && isSpanContextValid(span)
    ? { trace_id: span.traceId, span_id: span.spanId }
    : {};
}
