import type { RequestOptions } from 'node:http';
import { context } from '@opentelemetry/api';
import type { Attributes } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import type { Instrumentation } from '@opentelemetry/instrumentation';
import { GrpcInstrumentation } from '@opentelemetry/instrumentation-grpc';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation, type UndiciRequest } from '@opentelemetry/instrumentation-undici';
import { loadInstrumented } from './load-instrumented.ts';
import { redactedTarget } from './redaction.ts';
import { traceRequests } from './requests.ts';
import { isUntraced } from './untraced.ts';

// What the instrumentations copy from headers: nothing a trace is read for, and partly about a person.
const NO_HEADERS = {
  'user_agent.original': undefined,
  'client.address': undefined,
  'network.peer.address': undefined,
  'network.peer.port': undefined,
};

/**
 * Instruments requests that Fastify takes, outgoing HTTP, fetch, PostgreSQL and gRPC, in modules that are loaded from now on.
 * Providers must be in place before: each instrumentation takes its tracer and meter when it is made.
 */
export function instrumentModules(): void {
  for (const instrumentation of [http(), fetches(), new GrpcInstrumentation()]) instrumentation.enable();
  loadInstrumented();
  traceRequests();
}

function http(): Instrumentation {
  return new HttpInstrumentation({
    disableIncomingRequestInstrumentation: true,
    // The exporter's own requests.
    ignoreOutgoingRequestHook: () => isTracingSuppressed(context.active()),
    startOutgoingSpanHook: (request: RequestOptions) => clientTarget(originOf(request), request.path ?? '/'),
  });
}

function fetches(): Instrumentation {
  return new UndiciInstrumentation({
    ignoreRequestHook: (request) => isUntraced(request.path) || carriesTrace(request),
    startSpanHook: (request) => clientTarget(request.origin, request.path),
  });
}

/** Whoever sends a request with its trace follows it themselves. */
const carriesTrace = ({ headers }: UndiciRequest): boolean =>
  Array.isArray(headers) && headers.includes('traceparent');

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
