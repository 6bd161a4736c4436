import { join } from 'node:path';
import { type Server, identify, lastLines, startNats, startPostgres } from '@yitu/testkit/servers';
import { newBackOff } from './back-off.ts';
import { revive } from './revive.ts';
import { answersOrSays, askPostgres, awaitGreeting } from './reach.ts';
import { PREFERRED } from './ports.ts';
import type { Rank } from './stops.ts';
import type { Start } from './start.ts';

/** Starts the embedded PostgreSQL, or takes the one that DATABASE_URL names. @returns the administrator's connection */
export async function provideDatabase(start: Start): Promise<string> {
  const { config, places, secrets, report } = start;
  if (config.databaseUrl !== undefined) {
    const { databaseUrl } = config;
    const { host } = new URL(databaseUrl);
    await answersOrSays(`PostgreSQL at ${host} (DATABASE_URL)`, () => askPostgres(databaseUrl));
    report.tell(`  PostgreSQL is the one of DATABASE_URL (${host})`);
    return config.databaseUrl;
  }
  const since = performance.now();
  const server = await startPostgres({
    dataDir: places.postgres,
    port: PREFERRED.postgres,
    password: secrets.postgresPassword,
    logFile: join(places.logs, 'postgres.log'),
  });
  keep(start, 'PostgreSQL', 'postgres', 'database', server);
  report.done(`PostgreSQL answers on port ${server.port}`, since);
  return server.url;
}

/** Starts the embedded NATS, or takes the one that NATS_URL names. @returns its URL with user and password */
export async function provideBus(start: Start): Promise<string> {
  const { config, places, secrets, report } = start;
  if (config.natsUrl !== undefined) {
    const { host, hostname, port } = new URL(config.natsUrl);
    await answersOrSays(`NATS at ${host} (NATS_URL)`, () => awaitGreeting(hostname, Number(port || 4222)));
    report.tell(`  NATS is the one of NATS_URL (${host})`);
    return config.natsUrl;
  }
  const since = performance.now();
  const server = await startNats({
    dataDir: places.nats,
    port: PREFERRED.nats,
    password: secrets.natsPassword,
    logFile: join(places.logs, 'nats.log'),
  });
  keep(start, 'NATS', 'nats', 'bus', server);
  report.done(`NATS answers on port ${server.port}`, since);
  return server.url;
}

/** Has the server stopped at the end and started again whenever it ends by itself. */
function keep(
  { stops, claim, report }: Start,
  title: string,
  name: string,
  rank: Rank,
  server: Server,
): void {
  const stopping = new AbortController();
  const backOff = newBackOff();
  let startedAt = performance.now();
  const record = () => {
    const identity = identify(server.pid);
    if (identity) claim.setProcess(name, { ...identity, url: server.url, logFile: server.logFile });
  };
  const startAgain = async () => {
    const ranMs = performance.now() - startedAt;
    const restart = () => server.restart();
    const failed = (error: unknown) => report.failed(error);
    const runs = await revive({ restart, backOff, ranMs, stopping: stopping.signal, failed });
    startedAt = performance.now();
    if (!runs) return;
    record();
    report.recovered(title);
  };
  let reviving = Promise.resolve();
  server.onCrash((exit) => {
    report.crashed(title, exit, lastLines(server.logFile, 3), 0);
    reviving = startAgain().catch((error: unknown) => {
      if (!stopping.signal.aborted) report.failed(error);
    });
  });
  record();
  stops.add(rank, {
    name: title,
    async stop() {
      stopping.abort();
      await reviving;
      await server.stop();
    },
    kill() {
      stopping.abort();
      void server.kill('SIGKILL');
    },
  });
}
