import type { FastifyInstance } from 'fastify';

const sweepEveryMs = 50;

/**
 * Closes the HTTP door: nothing new is taken, what is in hand is answered. Connections that were busy at first are closed as soon as their answer is
 * out; Fastify closes the idle ones of the first moment only and would wait for the others until their clients let go of them (72 s).
 */
export async function closeHttp(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), sweepEveryMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
