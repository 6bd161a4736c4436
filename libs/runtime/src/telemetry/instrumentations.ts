import type { IncomingMessage, RequestOptions } from 'node:http';
import { context } from '@opentelemetry/api';
import type { Attributes } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import type { Instrumentation } from '@opentelemetry/instrumentation';
import { GrpcInstrumentation } from '@opentelemetry/instrumentation-grpc';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { loadInstrumented } from './load-instrumented.ts';
import { operationOf, redactedTarget, withoutValues } from './redaction.ts';
import { nameSpansByRoute } from './route-names.ts';

/** Asked by probes and scrapers every few seconds, or answered for hours; neither traced nor measured. */
const UNTRACED = new Set(['/livez', '/readyz', '/metrics', '/v1/live', '/api/notifications/v1/live']);

// What the instrumentations copy from headers: nothing a trace is read for, and partly about a person.
const NO_HEADERS = {
  'user_agent.original': undefined,
  'client.address': undefined,
  'network.peer.address': undefined,
  'network.peer.port': undefined,
};

/**
 * Instruments HTTP, fetch, PostgreSQL, gRPC and the names of Fastify's routes, in modules that are loaded from now on.
 * Providers must be in place before: each instrumentation takes its tracer and meter when it is made.
 */
export function instrumentModules(): void {
  for (const instrumentation of [http(), fetches(), sql(), new GrpcInstrumentation()])
    instrumentation.enable();
  loadInstrumented();
  nameSpansByRoute();
}

function http(): Instrumentation {
  return new HttpInstrumentation({
    ignoreIncomingRequestHook: (request) => UNTRACED.has(request.url?.split('?', 1)[0] ?? ''),
    // The exporter's own requests.
    ignoreOutgoingRequestHook: () => isTracingSuppressed(context.active()),
    startIncomingSpanHook: (request: IncomingMessage) => serverTarget(request.url ?? '/'),
    startOutgoingSpanHook: (request: RequestOptions) => clientTarget(originOf(request), request.path ?? '/'),
  });
}

function fetches(): Instrumentation {
  return new UndiciInstrumentation({
    startSpanHook: (request) => clientTarget(request.origin, request.path),
  });
}

/** Statements outside any span (the relay's polling, migrations) make no traces of their own. */
function sql(): Instrumentation {
  return new PgInstrumentation({
    enhancedDatabaseReporting: false,
    ignoreConnectSpans: true,
    requireParentSpan: true,
    requestHook: (span, { query, connection }) => {
      if (!span.isRecording()) return;
      span.updateName(`${operationOf(query.text)} ${connection.database ?? ''}`.trim());
      span.setAttribute('db.query.text', withoutValues(query.text));
      span.setAttribute('db.operation.name', operationOf(query.text));
    },
  });
}

function serverTarget(target: string): Attributes {
  const { path, query } = redactedTarget(target);
  return { ...NO_HEADERS, 'url.path': path, 'url.query': query };
}

function clientTarget(origin: string, target: string): Attributes {
  const { path, query } = redactedTarget(target);
  const full = query === undefined ? `${origin}${path}` : `${origin}${path}?${query}`;
  return { ...NO_HEADERS, 'url.full': full, 'url.path': path, 'url.query': query };
}

function originOf(request: RequestOptions): string {
  const protocol = request.protocol ?? 'http:';
  const host = request.hostname ?? request.host ?? 'localhost';
  return request.port == null ? `${protocol}//${host}` : `${protocol}//${host}:${request.port}`;
}
