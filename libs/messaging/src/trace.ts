import { context, propagation, trace, SpanKind, SpanStatusCode, type Context } from '@opentelemetry/api';

const tracer = () => trace.getTracer('yitu.messaging');

/** The context a W3C traceparent stands for; the empty one without it. */
export const contextOf = (traceparent: string | undefined): Context =>
  traceparent ? propagation.extract(context.active(), { traceparent }) : context.active();

/** The W3C headers of the context that is active now. */
export function traceHeaders(): Record<string, string> {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}

interface SpanDescription {
  name: string;
  kind: SpanKind;
  parent: Context;
  attributes: Record<string, string | number>;
}

/** Attributes after the semantic conventions of messaging; the agency is left out of the name to keep names few. */
export const messageAttributes = (
  operation: string,
  subject: string,
  id: string,
): Record<string, string> => ({
  'messaging.system': 'nats',
  'messaging.operation.type': operation,
  'messaging.destination.name': subject,
  'messaging.message.id': id,
});

/** `evt.<agency>.booking.order.placed.v1` → `booking.order.placed.v1`. */
export const typeOfSubject = (subject: string): string => subject.split('.').slice(2).join('.');

/** `evt.<agency>.…` → `<agency>`. */
export const agencyOfSubject = (subject: string): string => subject.split('.')[1] ?? '';

/** A span whose work is done in parts, between which other things happen. */
export interface OpenSpan {
  /** Runs a part of its work. */
  within<Result>(work: () => Result): Result;
  /** @param failure an error's name, where the work came to nothing */
  end(failure?: string): void;
}

/** Begins such a span. */
export function openSpan({ name, kind, parent, attributes }: SpanDescription): OpenSpan {
  const span = tracer().startSpan(name, { kind, attributes }, parent);
  const active = trace.setSpan(parent, span);
  return {
    within: (work) => context.with(active, work),
    end: (failure) => {
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}
