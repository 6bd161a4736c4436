import { subscribe } from 'node:diagnostics_channel';
import { SpanKind, SpanStatusCode, context, propagation, trace, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { durations } from './histograms.ts';
import { keptLabels } from './kept-labels.ts';
import { redactedTarget } from './redaction.ts';
import { isUntraced } from './untraced.ts';

const record = durations('http.server.request.duration', 'Duration of HTTP server requests.');
const labelsOf = keptLabels();

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Makes the span and measures the duration of each request that Fastify takes, by the route it took (`/orders/:id`), never by which order.
 * Fastify announces every new instance on a diagnostics channel, so no service has to register anything. The instrumentation of node:http does
 * the same for three times the processor time.
 */
export function traceRequests(): void {
  subscribe('fastify.initialization', (message) => {
    // The channel's documented message: https://fastify.dev/docs/latest/Reference/Hooks/#diagnostics-channel-hooks
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRequest', (request, reply, done) => {
      if (isUntraced(request.routeOptions.url ?? '')) return done();
      const parent = propagation.extract(context.active(), request.headers);
      const span = spanOf(request, parent);
      measure(request, reply, span);
      context.with(trace.setSpan(parent, span), done);
    });
  });
}

function spanOf(request: FastifyRequest, parent: ReturnType<typeof context.active>): Span {
  const { method, route } = placeOf(request);
  const name = route === undefined ? method : `${method} ${route}`;
  const span = trace.getTracer('yitu.requests').startSpan(name, { kind: SpanKind.SERVER }, parent);
  if (!span.isRecording()) return span;
  const { path, query } = redactedTarget(request.raw.url ?? '/');
  span.setAttributes({ 'http.request.method': method, 'url.scheme': 'http', 'url.path': path });
  if (route !== undefined) span.setAttribute('http.route', route);
  if (query !== undefined) span.setAttribute('url.query', query);
  return span;
}

/** Until the answer is out, or the client has gone. */
function measure(request: FastifyRequest, { raw }: FastifyReply, span: Span): void {
  const begun = performance.now();
  raw.once('close', () => {
    const { method, route } = placeOf(request);
    const status = raw.writableFinished ? raw.statusCode : 0;
    const labels = labelsOf(`${method} ${status} ${route}`, () => ({
      'http.request.method': method,
      'url.scheme': 'http',
      ...(route !== undefined && { 'http.route': route }),
      ...(status === 0 ? { 'error.type': 'aborted' } : { 'http.response.status_code': status }),
    }));
    record((performance.now() - begun) / 1_000, labels);
    if (status === 0 || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    if (status > 0) span.setAttribute('http.response.status_code', status);
    span.end();
  });
}

/** Other methods than the usual ones could be invented by anybody. */
const placeOf = ({ method, routeOptions: { url } }: FastifyRequest) => ({
  method: methods.has(method) ? method : '_OTHER',
  route: url,
});
