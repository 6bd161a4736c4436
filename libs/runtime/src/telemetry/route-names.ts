import { subscribe } from 'node:diagnostics_channel';
import { context } from '@opentelemetry/api';
import { RPCType, getRPCMetadata } from '@opentelemetry/core';
import type { FastifyInstance } from 'fastify';

/**
 * Tells the span and the duration of each request which route it took (`/orders/:id`), never which order.
 * Fastify announces every new instance on a diagnostics channel, so no service has to register anything.
 */
export function nameSpansByRoute(): void {
  subscribe('fastify.initialization', (message) => {
    // The channel's documented message: https://fastify.dev/docs/latest/Reference/Hooks/#diagnostics-channel-hooks
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRequest', (request, _reply, done) => {
      const metadata = getRPCMetadata(context.active());
      const route = request.routeOptions.url;
      if (metadata?.type === RPCType.HTTP && route !== undefined) metadata.route = route;
      done();
    });
  });
}
