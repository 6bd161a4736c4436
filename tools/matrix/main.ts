import { startTemplate, startWorldOn } from '@yitu/testkit/without-vitest';
import { holds, resultLine, runMatrix } from './matrix.ts';
import { formats, printMatrix } from './print.ts';
import { setTheScene } from './setting.ts';

/**
 * `npm run matrix [-- --format md|csv]`: calls every operation as every role about what is in their branch, another branch and another agency, on a
 * system of its own, and asks every table for rows of others. Prints the matrix, what was found, and one line of JSON; exits with 1 if anything was found.
 */
const wanted = process.argv[process.argv.indexOf('--format') + 1];
const format = process.argv.includes('--format') ? formats.find((one) => one === wanted) : 'text';
if (!format) {
  console.error(`--format takes ${formats.join(', ')}`);
  process.exit(2);
}
const template = await startTemplate();
try {
  const setting = await setTheScene((options) => startWorldOn(template, options));
  try {
    const matrix = await runMatrix(setting);
    console.log(printMatrix(matrix.operations, format));
    for (const { text } of matrix.outcome.findings) console.error(text);
    for (const finding of matrix.protection.findings) console.error(`unprotected: ${finding}`);
    console.log(resultLine(matrix));
    process.exitCode = holds(matrix) ? 0 : 1;
  } finally {
    await setting.close();
  }
} finally {
  await template.stop();
}
