import { basename } from 'node:path';
import { type Verdict, verdictOf } from './check.ts';
import { isTest, listSources } from './sources.ts';
import { type Source, isNode, memberOf, nameOf, parseSource, walk } from './syntax.ts';

/** Only `config.ts` reads the environment: what a process needs is then read in one place, and parsed there. */
export function checkEnvironment(): Promise<Verdict> {
  const complaints = listSources()
    .filter((path) => !mayReadEnvironment(path))
    .flatMap((path) => findEnvironmentReads(parseSource(path)));
  return Promise.resolve(verdictOf(complaints));
}

export function mayReadEnvironment(path: string): boolean {
  return basename(path) === 'config.ts' || path.startsWith('libs/testkit/') || isTest(path);
}

/** `process.env`, `process['env']`, `{ env } = process` and `import { env } from 'node:process'`. */
export function findEnvironmentReads(source: Source): string[] {
  const complaints: string[] = [];
  for (const [node] of walk(source.program)) {
    const read =
      memberOf(node)?.join('.') === 'process.env' ||
      (node.type === 'VariableDeclarator' && nameOf(node['init']) === 'process') ||
      isImportOfProcess(node);
    if (read)
      complaints.push(
        `${source.path}:${source.lineAt(node.start)}: the environment is read outside of config.ts`,
      );
  }
  return complaints;
}

function isImportOfProcess(node: Record<string, unknown>): boolean {
  const from = node['source'];
  return isNode(from) && (from['value'] === 'node:process' || from['value'] === 'process');
}
