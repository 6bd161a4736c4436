export { freePort, isPortFree, onFreePort } from './loopback-ports.ts';
export { type NatsOptions, startNats } from './nats.ts';
export { type PostgresOptions, removePostgres, startPostgres } from './postgres.ts';
export { type ProcessIdentity, identify, isRunning, signalIfRunning } from './process-identity.ts';
export { endProcessesIn } from './processes-in.ts';
export { type Proxy, startProxy } from './proxy.ts';
export type { Server } from './server.ts';
export { type Exit, type Launch, type ServerProcess, lastLines, launch } from './server-process.ts';
