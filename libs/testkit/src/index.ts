export * from './servers/index.ts';
export type { Staff, TestAgency } from './agency.ts';
export { createClient, type Answer, type Client } from './client.ts';
export { eventually } from './eventually.ts';
export { startOtlpCollector } from './otlp-collector.ts';
export { spawnService } from './processes.ts';
export type { Secrets, ServiceName, Surroundings } from './service-environment.ts';
export { startWorld } from './start-world.ts';
export { copyDatabase, type World, type WorldOptions } from './world.ts';
