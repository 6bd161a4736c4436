import { readConfig } from './config.ts';
import { refuseFreshOnForeignData } from './fresh.ts';
import { USAGE, UsageError, parseOptions } from './options.ts';
import { ROOT, placesIn } from './places.ts';
import { createReport } from './report.ts';
import { run } from './run.ts';
import { join } from 'node:path';

// Whoever read our lines may go (npm start | head): the system goes on without him.
process.stdout.on('error', () => undefined);
const report = createReport((line) => console.log(line), process.stdout.isTTY);

async function main(): Promise<number> {
  try {
    const options = parseOptions(process.argv.slice(2));
    if (options.help) {
      report.tell(USAGE);
      return 0;
    }
    const config = readConfig();
    if (options.fresh) refuseFreshOnForeignData(config);
    return await run({ options, config, places: placesIn(join(ROOT, '.yitu')), report });
  } catch (error) {
    report.failed(error);
    if (!(error instanceof UsageError)) return 1;
    report.tell(USAGE);
    return 2;
  }
}

process.exit(await main());
