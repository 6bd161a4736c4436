import type { TestProject } from 'vitest/node';
import type { Secrets } from './service-environment.ts';
import { startTemplate } from './template-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** See TemplateServer. */
    postgresUrl: string;
    secrets: Secrets;
  }
}

/** Starts one PostgreSQL for all tests and migrates a database that each world is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const template = await startTemplate();
  project.provide('postgresUrl', template.postgresUrl);
  project.provide('secrets', template.secrets);
  return () => template.stop();
}
