import { parseArgs } from 'node:util';
import { BUILD, build } from './build.ts';
import { buildConsole, CONSOLE } from './console.ts';

/**
 * `npm run build [-- --out <folder> --console <folder>]`: the services as programs of few files and the web application, as the image and
 * `npm start` run them; `--services-only` leaves the web application out.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: BUILD },
    console: { type: 'string', default: CONSOLE },
    'services-only': { type: 'boolean', default: false },
  },
});
await build(values.out);
if (!values['services-only']) await buildConsole(values.console);
console.log(`Built into ${values['services-only'] ? values.out : `${values.out} and ${values.console}`}`);
