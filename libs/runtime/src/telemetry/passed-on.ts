import {
  SpanKind,
  SpanStatusCode,
  context,
  defaultTextMapSetter,
  propagation,
  trace,
  type Span,
} from '@opentelemetry/api';
import { durations } from './histograms.ts';
import { keptLabels } from './kept-labels.ts';
import { redactedTarget } from './redaction.ts';
import { isUntraced } from './untraced.ts';

const record = durations('yitu.gateway.passing.duration', 'Duration of requests passed on to a service.');
const labelsOf = keptLabels();

/** Why there was no whole answer: none came, none came in time, it broke off, or whoever asked has gone. */
export type Unanswered = 'unanswered' | 'late' | 'cut' | 'client-left';

/** A request on its way to a service and back. */
export interface PassedOn {
  /** Headers that carry the trace on, names and values in turn. */
  readonly carried: readonly string[];
  /** @param outcome the status of the answer, or why it is not whole */
  end(outcome: number | Unanswered): void;
}

/** Of a request nobody follows. */
const unfollowed: PassedOn = { carried: [], end: () => undefined };

/** Follows a request that is passed on to another service. What carries a trace already is left alone by the instrumentation of fetch, which costs more. */
export function passOn(service: string, method: string, address: string): PassedOn {
  if (isUntraced(address)) return unfollowed;
  const begun = performance.now();
  const span = trace.getTracer('yitu.passed-on').startSpan(method, { kind: SpanKind.CLIENT });
  if (span.isRecording()) describe(span, service, method, address);
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(context.active(), span), carrier, defaultTextMapSetter);
  return {
    carried: Object.entries(carrier).flat(),
    end: (outcome) => {
      const answered = typeof outcome === 'number';
      const told = answered ? { 'http.response.status_code': outcome } : { 'error.type': outcome };
      const labels = labelsOf(`${service} ${outcome}`, () => ({ 'server.address': service, ...told }));
      record((performance.now() - begun) / 1_000, labels);
      span.setAttributes(told);
      if (answered ? outcome >= 400 : outcome !== 'client-left')
        span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function describe(span: Span, service: string, method: string, address: string): void {
  const { path, query } = redactedTarget(address);
  span.setAttributes({ 'http.request.method': method, 'server.address': service, 'url.path': path });
  if (query !== undefined) span.setAttribute('url.query', query);
}
