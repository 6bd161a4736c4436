import { SpanKind, SpanStatusCode, context, trace, type Span } from '@opentelemetry/api';
import type { Client } from 'pg';
import { durations } from './histograms.ts';
import { keptLabels } from './kept-labels.ts';
import { operationOf, withoutValues } from './redaction.ts';

const record = durations('db.client.operation.duration', 'Duration of database client operations.');
const labelsOf = keptLabels();
const patched = new WeakSet<object>();

/** What pg's modules offer; the rest is nobody's business here. */
interface Pg {
  readonly Client: { readonly prototype: Client };
}

/**
 * Measures the statements of pg's clients and makes their spans, where they belong to something that is traced: those outside any span (the relay's
 * polling, migrations) make no traces of their own. The usual instrumentation costs each statement a tenth of a millisecond even unrecorded.
 */
export function traceStatements({ Client: { prototype } }: Pg): void {
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const query: unknown = Reflect.get(prototype, 'query');
  if (typeof query !== 'function') throw new Error('pg has no query');
  Object.defineProperty(prototype, 'query', {
    configurable: true,
    writable: true,
    value: function traced(this: Client, ...given: unknown[]): unknown {
      const parent = trace.getSpan(context.active());
      const text = parent && textOf(given[0]);
      if (!parent || text === undefined) return Reflect.apply(query, this, given);
      return measured(this, text, parent.isRecording(), given, (with_) => Reflect.apply(query, this, with_));
    },
  });
}

/** The statement's text; of a cursor and the like none. */
function textOf(given: unknown): string | undefined {
  const text: unknown = typeof given === 'string' ? given : Reflect.get(Object(given), 'text');
  return typeof text === 'string' ? text : undefined;
}

function measured(
  { database }: Client,
  text: string,
  recording: boolean,
  given: unknown[],
  send: (given: unknown[]) => unknown,
): unknown {
  const operation = operationOf(text);
  const span = recording ? spanOf(operation, text, database) : undefined;
  const begun = performance.now();
  const end = (error?: unknown) => {
    record((performance.now() - begun) / 1_000, labels(operation, database));
    if (span) endSpan(span, error);
  };
  const last = given.at(-1);
  if (typeof last === 'function')
    return send([
      ...given.slice(0, -1),
      (error: unknown, ...rest: unknown[]) => {
        end(error);
        Reflect.apply(last, undefined, [error, ...rest]);
      },
    ]);
  const answer = send(given);
  if (answer instanceof Promise) answer.then(() => end(), end);
  return answer;
}

const labels = (operation: string, database = '') =>
  labelsOf(`${operation} ${database}`, () => ({
    'db.system.name': 'postgresql',
    'db.namespace': database,
    'db.operation.name': operation,
  }));

const spanOf = (operation: string, text: string, database = ''): Span =>
  trace.getTracer('yitu.statements').startSpan(`${operation} ${database}`.trim(), {
    kind: SpanKind.CLIENT,
    attributes: { ...labels(operation, database), 'db.query.text': withoutValues(text) },
  });

function endSpan(span: Span, error: unknown): void {
  if (error !== undefined && error !== null) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
