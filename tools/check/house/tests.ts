import { type Source, isNode, memberOf, nameOf, walk } from '../syntax.ts';

const tests = new Set(['it', 'test', 'describe']);
const switchedOff = new Set(['only', 'skip', 'todo', 'skipIf', 'runIf']);

/** Tests of a file that are switched off, and a file that asserts nothing. */
export function findIdleTests(source: Source): string[] {
  const complaints: string[] = [];
  let asserts = false;
  for (const [node] of walk(source.program)) {
    const [object, property] = memberOf(node) ?? [];
    if (object !== undefined && property !== undefined && tests.has(object) && switchedOff.has(property)) {
      complaints.push(`${source.path}:${source.lineAt(node.start)}: ${object}.${property}: every test runs`);
    }
    asserts ||= node.type === 'CallExpression' && isAssertion(node['callee']);
  }
  if (!asserts) complaints.push(`${source.path}: a test file that asserts nothing`);
  return complaints;
}

/** `expect(…)`, `expectProblem(…)`, `assert.equal(…)`, `fc.assert(…)`. */
function isAssertion(callee: unknown): boolean {
  const name = isNode(callee) ? (nameOf(callee) ?? memberOf(callee)?.join('.') ?? '') : '';
  return /(^|\.)(expect|assert)/.test(name);
}
