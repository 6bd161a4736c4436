import { flushCompileCache } from 'node:module';
import { serviceNames } from '@yitu/testkit/surroundings';

// Loads what every process of the system loads, for the compile cache; nothing is started.
for (const name of serviceNames) await import(`../../services/${name}/src/service.ts`);
flushCompileCache();
process.exit(0);
