import { run } from '@yitu/runtime';
import { readConfig } from './config.ts';
import { createService } from './service.ts';

await run(async () => createService(readConfig()));
