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

/** A request on its way to a service and back. */
export interface PassedOn {
  /** Headers that carry the trace on, names and values in turn. */
  readonly carried: readonly string[];
  /** @param status of the answer; left out where there was none */
  end(status?: number): void;
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
    end: (status) => {
      const labels = labelsOf(`${service} ${status}`, () => ({
        'server.address': service,
        ...(status === undefined ? { 'error.type': 'unanswered' } : { 'http.response.status_code': status }),
      }));
      record((performance.now() - begun) / 1_000, labels);
      if (status === undefined || status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
      if (status !== undefined) span.setAttribute('http.response.status_code', status);
      span.end();
    },
  };
}

function describe(span: Span, service: string, method: string, address: string): void {
  const { path, query } = redactedTarget(address);
  span.setAttributes({ 'http.request.method': method, 'server.address': service, 'url.path': path });
  if (query !== undefined) span.setAttribute('url.query', query);
}
