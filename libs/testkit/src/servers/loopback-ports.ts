import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which Linux takes the local ports of outgoing connections, so that a port stays free across a restart. */
const FIRST_PORT = 20_000;
const LAST_PORT = 31_999;
const ATTEMPTS = 100;
const RACES = 5;

/** Processes that run tests beside each other (vitest numbers them) take their ports from lanes of their own. */
const LANES = 4;
const LANE = Number(process.env['VITEST_POOL_ID'] ?? 0) % LANES;
const PORTS_OF_A_LANE = (LAST_PORT + 1 - FIRST_PORT) / LANES;

const offset = { next: randomInt(PORTS_OF_A_LANE) };

/** One port after the other, so that none is given twice before it could be used. */
function nextPort(): number {
  const port = FIRST_PORT + LANE * PORTS_OF_A_LANE + offset.next;
  offset.next = (offset.next + 1) % PORTS_OF_A_LANE;
  return port;
}

/** Whether a server could listen on this port of 127.0.0.1 right now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A port of 127.0.0.1 on which nobody listens: the preferred one if it is free, else any.
 * Somebody may take it before the caller does: callers must be ready to ask again.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = nextPort();
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port found on 127.0.0.1 between ${FIRST_PORT} and ${LAST_PORT}`);
}

/**
 * Starts something on a free port of 127.0.0.1, and again on another one when somebody else was faster.
 * @throws what `start` throws, unless it says that the address is in use
 */
export async function onFreePort<T>(
  preferred: number | undefined,
  start: (port: number) => Promise<T>,
): Promise<{ port: number; started: T }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? preferred : undefined);
    try {
      return { port, started: await start(port) };
    } catch (error) {
      const lostTheRace = /address already in use|EADDRINUSE/i.test(String(error));
      if (!lostTheRace || attempt === RACES) throw error;
    }
  }
}
