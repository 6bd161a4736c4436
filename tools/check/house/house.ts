import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Verdict, verdictOf } from '../check.ts';
import { isTest, listSources } from '../sources.ts';
import { parseSource } from '../syntax.ts';
import { findUnexplainedAssertions } from './assertions.ts';
import { findImpureDecisions } from './decisions.ts';
import { findBannedPaths, findBannedSymbols } from './names.ts';
import { findOpenReminders } from './reminders.ts';
import { noteSizes } from './sizes.ts';
import { findIdleTests } from './tests.ts';

/** The rules of style.md and architecture.md that no other tool knows. */
export function checkHouse(): Promise<Verdict> {
  const sources = listSources().map(parseSource);
  const tests = sources.filter((source) => isTest(source.path));
  const product = sources.filter((source) => !isTest(source.path));
  const files = listFiles();
  const complaints = [
    ...findBannedPaths(files),
    ...sources.flatMap(findBannedSymbols),
    ...tests.flatMap(findIdleTests),
    ...product.flatMap(findUnexplainedAssertions),
    ...product.filter((source) => basename(source.path) === 'decide.ts').flatMap(findImpureDecisions),
    ...files.flatMap((path) => findOpenReminders(path, readFileSync(path, 'utf8'))),
  ];
  // A test may be long, as a story is, and a migration, as a schema is.
  const measured = product.filter((source) => !source.path.includes('/migrations/'));
  return Promise.resolve(verdictOf(complaints, measured.flatMap(noteSizes)));
}

/** Everything people write here and read again, as paths from the root. */
function listFiles(): string[] {
  return globSync('{libs,services,tools,proto,k8s,.ci}/**/*.{ts,tsx,mjs,sql,proto,sh,yaml,json}', {
    exclude: (path) => /(^|\/)(node_modules|gen)$/.test(path),
  });
}
