import { findProgram } from './find-program.ts';
import { measureFlatOut } from './flat-out.ts';
import { k6Tool } from './k6.ts';
import type { Tool } from './load.ts';
import { measureAtRate } from './at-a-rate.ts';

const builtIn: Tool = {
  name: 'autocannon',
  measure: (load) =>
    load.ratePerSecond === undefined ? measureFlatOut(load) : measureAtRate(load, load.ratePerSecond),
};

/** k6 where there is one, autocannon otherwise. @param searchPath the folders of PATH */
export function chooseTool(searchPath: string): Tool {
  const k6 = findProgram(searchPath, 'k6');
  return k6 === undefined ? builtIn : k6Tool(k6);
}
