import { parseArgs } from 'node:util';
import { BUILD, build } from './build.ts';

/** `npm run build [-- --out <folder>]`: the services as programs of few files, as the image and `npm start` run them. */
const { values } = parseArgs({ options: { out: { type: 'string', default: BUILD } } });
await build(values.out);
console.log(`Built into ${values.out}`);
