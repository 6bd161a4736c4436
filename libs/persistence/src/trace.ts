import { context, propagation, trace } from '@opentelemetry/api';

/** The W3C traceparent of what is going on now; undefined outside a trace. */
export function currentTraceparent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'];
}

export const currentTraceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId;
