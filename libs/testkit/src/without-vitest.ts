/** Worlds for programs that no test runner has started. */
export type { Staff, TestAgency } from './agency.ts';
export { createClient } from './client.ts';
export { startMailSink } from './servers/index.ts';
export { serviceNames } from './service-environment.ts';
export { startTemplate } from './template-database.ts';
export { startWorldOn, type World } from './world.ts';
