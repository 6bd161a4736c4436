import { spawnSync } from 'node:child_process';
import { flushCompileCache } from 'node:module';
import { serviceNames } from '@yitu/testkit/surroundings';
import { BUILD, build, programOf } from '../build/build.ts';
import { compileCache } from './config.ts';

/** What a service ends with that lacks its configuration. */
const UNCONFIGURED = 2;

// Builds the services and has all that a start needs loaded once, for the compile cache. Nothing is started: a service
// without any configuration says so and ends.
await build(BUILD);
await import('../up/run.ts');
flushCompileCache();
for (const name of serviceNames) {
  const { status, stderr } = spawnSync(process.execPath, programOf(name, BUILD), {
    env: { NODE_COMPILE_CACHE: compileCache },
    encoding: 'utf8',
  });
  if (status !== UNCONFIGURED) throw new Error(`${name} ended with ${status}: ${stderr}`);
}
process.exit(0);
