/** Worlds for programs that no test runner has started. */
export type { Staff, TestAgency } from './agency.ts';
export { createClient } from './client.ts';
export { eventually } from './eventually.ts';
export { startMailSink } from './servers/index.ts';
export { serviceNames, type ServiceName } from './service-environment.ts';
export { startTemplate, type TemplateServer } from './template-database.ts';
export { startWorldOn, type World } from './world.ts';
