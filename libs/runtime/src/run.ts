import { flushTelemetry } from './telemetry/running.ts';
import { InvalidConfig } from './config.ts';
import type { Service } from './service.ts';

/** A service or the gateway, to be run as a process of its own. */
export type Runnable = Pick<Service, 'listen' | 'close'>;

/**
 * Runs a service until SIGTERM or SIGINT, then closes it in order; a second signal, or 15 s, ends it at once. An invalid environment is told in one
 * line and ends with 2, any other failure to start with 1.
 */
export async function run(create: () => Promise<Runnable>): Promise<void> {
  try {
    const service = await create();
    const stop = onceThenForce(async () => {
      await service.close();
      await flushTelemetry();
    });
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    await service.listen();
  } catch (error) {
    process.stderr.write(`${error instanceof InvalidConfig ? error.message : describe(error)}\n`);
    process.exit(error instanceof InvalidConfig ? 2 : 1);
  }
}

function onceThenForce(close: () => Promise<void>): () => void {
  let stopping = false;
  return () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${describe(error)}\n`);
        process.exit(1);
      },
    );
  };
}

const describe = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
