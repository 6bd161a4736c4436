import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onFreePort } from './loopback-ports.ts';
import { findNatsServer } from './nats-binary.ts';
import { endProcessesIn, signalProcessesIn } from './processes-in.ts';
import { type Server, serverOf } from './server.ts';
import { type ServerProcess, lastLines, launch } from './server-process.ts';

export interface NatsOptions {
  /** Where streams are kept and found again. Default: a new directory that `stop()` removes. */
  readonly dataDir?: string;
  /** Preferred port; another one is taken when it is busy. */
  readonly port?: number;
  /** Default: `yitu`. */
  readonly user?: string;
  /** Default: a random one. Letters and digits only. */
  readonly password?: string;
  /** Default: beside the data directory. */
  readonly logFile?: string;
}

interface NatsSetup {
  readonly binary: string;
  readonly dataDir: string;
  readonly user: string;
  readonly password: string;
  readonly logFile: string;
}

const READY_WITHIN_MS = 30_000;
const POLL_MS = 10;
const GREETING_WITHIN_MS = 1_000;

/**
 * Starts nats-server with JetStream on 127.0.0.1 and returns when it takes connections. Every message is on disk before
 * it is acknowledged. A server that an earlier process left running on the same directory is stopped first.
 * @throws with the last lines of the server's log when it does not come up
 */
export async function startNats(options: NatsOptions = {}): Promise<Server> {
  const dataDir = resolve(options.dataDir ?? join(mkdtempSync(join(tmpdir(), 'yitu-nats-')), 'data'));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const setup: NatsSetup = {
    binary: realpathSync(findNatsServer()),
    dataDir,
    user: options.user ?? 'yitu',
    password: options.password ?? randomBytes(16).toString('hex'),
    logFile: options.logFile ?? `${dataDir}.log`,
  };
  // As /proc will name it.
  const program = basename(setup.binary);
  await endProcessesIn(dataDir, program, 'SIGTERM');
  const { port, started } = await onFreePort(options.port, (port) => startProcess(setup, port));
  const remove = async () => rmSync(dirname(dataDir), { recursive: true });
  const kind = {
    url: `nats://${setup.user}:${setup.password}@127.0.0.1:${port}`,
    port,
    logFile: setup.logFile,
    start: () => startProcess(setup, port),
    signal: (signal: NodeJS.Signals) => signalProcessesIn(dataDir, program, signal),
    clean: () => endProcessesIn(dataDir, program, 'SIGKILL'),
    remove: options.dataDir === undefined ? remove : async () => undefined,
  };
  return serverOf(kind, started);
}

async function startProcess(setup: NatsSetup, port: number): Promise<ServerProcess> {
  const name = `yitu-${randomBytes(6).toString('hex')}`;
  const configFile = join(setup.dataDir, 'nats-server.conf');
  writeFileSync(configFile, configText(setup, name, port), { mode: 0o600 });
  const server = await launch({
    command: setup.binary,
    args: ['--config', configFile],
    cwd: setup.dataDir,
    logFile: setup.logFile,
    stopSignal: 'SIGTERM',
  });
  await untilReady(server, name, port, setup.logFile);
  return server;
}

/** JSON is valid in this format, and quotes what has to be quoted. */
function configText({ dataDir, user, password }: NatsSetup, name: string, port: number): string {
  return JSON.stringify({
    server_name: name,
    listen: `127.0.0.1:${port}`,
    authorization: { user, password },
    // The default writes to disk every two minutes: a machine that stops would lose what was acknowledged.
    jetstream: { store_dir: dataDir, sync_interval: 'always' },
  });
}

async function untilReady(server: ServerProcess, name: string, port: number, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await greeting(port)).includes(`"server_name":"${name}"`)) {
    if (server.hasExited()) throw new Error(`nats-server did not start:\n${lastLines(logFile, 10)}`);
    if (Date.now() > deadline) {
      await server.stop();
      throw new Error(`nats-server was not ready after ${READY_WITHIN_MS} ms:\n${lastLines(logFile, 10)}`);
    }
    await delay(POLL_MS);
  }
}

/** The line with which a NATS server greets: it names the server, so that a stranger on the port is not taken for ours. */
function greeting(port: number): Promise<string> {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1', timeout: GREETING_WITHIN_MS });
    const end = (text: string) => {
      socket.destroy();
      done(text);
    };
    socket.once('data', (data) => end(data.toString()));
    socket.once('error', () => end(''));
    socket.once('timeout', () => end(''));
    socket.once('close', () => end(''));
  });
}
