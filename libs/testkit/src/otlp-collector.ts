import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** A finished span as a collector receives it. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Undefined for the first span of a trace. */
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: SpanKind;
  /** `service.name` of the process it came from. */
  readonly service: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: 'unset' | 'ok' | 'error';
  /** Everything that was sent about it, to search for what must not be there. */
  readonly raw: string;
}

export interface OtlpCollector {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  /** All spans so far, in the order of arrival. */
  spans(): CollectedSpan[];
  spansOf(traceId: string): CollectedSpan[];
  /**
   * Whether each span is there and an ancestor of the next one: a story of causes, whatever else happened in between.
   */
  isChain(...chain: readonly (CollectedSpan | undefined)[]): boolean;
  stop(): Promise<void>;
}

/** Receives spans over OTLP/HTTP in its JSON form on a free port of loopback and keeps them in memory. */
export async function startOtlpCollector(): Promise<OtlpCollector> {
  const collected: CollectedSpan[] = [];
  const server = createServer((request, response) => {
    receive(request, response).then(
      (spans) => collected.push(...spans),
      (problem: unknown) => response.writeHead(400).end(String(problem)),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the collector got no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans: () => [...collected],
    spansOf: (traceId) => collected.filter((span) => span.traceId === traceId),
    isChain: (...chain) => isChain(collected, chain),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}

/** Finds out by following parents through all spans there are. */
function isChain(all: readonly CollectedSpan[], chain: readonly (CollectedSpan | undefined)[]): boolean {
  const byId = new Map(all.map((span) => [span.spanId, span]));
  const descends = (span: CollectedSpan | undefined, cause: CollectedSpan): boolean => {
    if (span?.parentSpanId === undefined) return false;
    return span.parentSpanId === cause.spanId || descends(byId.get(span.parentSpanId), cause);
  };
  return chain.every((span, place) => {
    const cause = chain[place - 1];
    return span !== undefined && (cause === undefined || descends(span, cause));
  });
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<CollectedSpan[]> {
  if (request.url !== '/v1/traces') throw new Error(`only /v1/traces is served, not ${request.url}`);
  if (request.headers['content-type'] !== 'application/json') throw new Error('only JSON is understood');
  // The JSON of the OTLP specification; a test that receives anything else should fail loudly, as it then does.
  const message = (await json(request)) as OtlpTraces;
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  return message.resourceSpans.flatMap((process) => {
    const service = String(attributesOf(process.resource.attributes)['service.name']);
    return process.scopeSpans.flatMap((scope) => scope.spans.map((span) => collectedSpan(span, service)));
  });
}

const KINDS = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const STATUSES = ['unset', 'ok', 'error'] as const;

function collectedSpan(span: OtlpSpan, service: string): CollectedSpan {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId === '' ? undefined : span.parentSpanId,
    name: span.name,
    kind: KINDS[span.kind] ?? 'internal',
    service,
    attributes: attributesOf(span.attributes),
    status: STATUSES[span.status?.code ?? 0] ?? 'unset',
    raw: JSON.stringify(span),
  };
}

function attributesOf(attributes: readonly OtlpAttribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));
}

/** `{intValue: "5"}` is 5, `{arrayValue: {values: […]}}` a list; any other wrapper holds the value itself. */
function plain(wrapped: OtlpValue): unknown {
  if (wrapped.intValue !== undefined) return Number(wrapped.intValue);
  if (wrapped.arrayValue !== undefined) return wrapped.arrayValue.values.map(plain);
  return Object.values(wrapped)[0];
}

interface OtlpTraces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes?: readonly OtlpAttribute[];
  readonly status?: { readonly code?: number };
}

interface OtlpAttribute {
  readonly key: string;
  readonly value: OtlpValue;
}

interface OtlpValue {
  readonly intValue?: string | number;
  readonly arrayValue?: { readonly values: readonly OtlpValue[] };
  readonly [kind: string]: unknown;
}
