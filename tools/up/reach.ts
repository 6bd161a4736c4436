import { once } from 'node:events';
import { connect } from 'node:net';
import { Client } from 'pg';

const WITHIN_MS = 5_000;

/** Runs a check of a server of somebody else's. @throws saying which one does not answer, and why */
export async function answersOrSays(server: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${server} does not answer: ${why}`, { cause: error });
  }
}

/** Connects and asks one question. @throws the driver's error, which tells wrong passwords from deaf servers */
export async function askPostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: WITHIN_MS });
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end();
  }
}

/** Waits for the greeting a NATS server begins with. @throws when there is none */
export async function awaitGreeting(host: string, port: number): Promise<void> {
  const socket = connect({ host, port });
  try {
    const received: unknown[] = await once(socket, 'data', { signal: AbortSignal.timeout(WITHIN_MS) });
    if (!String(received[0]).startsWith('INFO ')) throw new Error('what answers there is not NATS');
  } finally {
    socket.destroy();
  }
}
