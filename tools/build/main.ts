import { parseArgs } from 'node:util';
import { BUILD, build } from './build.ts';
import { buildConsole, CONSOLE } from './console.ts';
import { firstLoads, mostKilobytes, tooHeavy } from './first-loads.ts';

/**
 * `npm run build [-- --out <folder> --console <folder>]`: the services as programs of few files and the web application, as the image and
 * `npm start` run them; `--services-only` leaves the web application out. Ends with what each first page loads, and with exit code 1 where that is too much.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: BUILD },
    console: { type: 'string', default: CONSOLE },
    'services-only': { type: 'boolean', default: false },
  },
});
await build(values.out);
if (!values['services-only']) {
  await buildConsole(values.console);
  weigh(values.console);
}
console.log(`Built into ${values['services-only'] ? values.out : `${values.out} and ${values.console}`}`);

function weigh(folder: string): void {
  const loads = firstLoads(folder);
  for (const { address, kilobytes } of loads) console.log(`${address.padEnd(24)} ${kilobytes} kB of script`);
  for (const { address } of tooHeavy(loads)) {
    console.error(`${address} loads more than ${mostKilobytes} kB before it is seen`);
    process.exitCode = 1;
  }
}
