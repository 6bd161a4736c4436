import type { FastifyInstance } from 'fastify';
import { metricsText } from '../telemetry/running.ts';

/** Whether a service can take requests, part by part. */
export interface Readiness {
  /** Parts without which no request can be answered. */
  readonly required: Readonly<Record<string, () => Promise<boolean> | boolean>>;
  /** Parts that may be missing for a while: shown, not required. */
  readonly informative: Readonly<Record<string, () => Promise<boolean> | boolean>>;
  /** True from the signal to stop on: no new requests are wanted. */
  stopping: boolean;
}

/** `/livez` (the process turns), `/readyz` (it can take requests), `/metrics` (Prometheus text). */
export function healthRoutes(app: FastifyInstance, readiness: Readiness): void {
  const schema = { hide: true };
  app.get('/livez', { schema }, () => ({ status: 'alive' }));
  app.get('/readyz', { schema }, async (_request, reply) => {
    const checks = await readinessChecks(readiness);
    return reply.code(checks.ready ? 200 : 503).send(checks);
  });
  app.get('/metrics', { schema }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await metricsText()),
  );
}

/** Asks every part. */
async function readinessChecks({ required, informative, stopping }: Readiness) {
  const [needed, shown] = await Promise.all([asked(required), asked(informative)]);
  const ready = !stopping && needed.every(([, fine]) => fine);
  return { ready, stopping, checks: Object.fromEntries([...needed, ...shown]) };
}

const asked = (checks: Readonly<Record<string, () => Promise<boolean> | boolean>>) =>
  Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await check()] as const));
