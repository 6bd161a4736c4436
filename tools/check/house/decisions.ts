import { type Source, type SyntaxNode, memberOf, nameOf, walk } from '../syntax.ts';

const impureGlobals = new Set([
  'fetch',
  'process',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'console',
]);
const impureMembers = new Set(['Date.now', 'Temporal.Now', 'Math.random']);

/** What a `decide.ts` must not touch: the clock, randomness, the environment, the world (architecture.md, rule 3). */
export function findImpureDecisions(source: Source): string[] {
  const complaints: string[] = [];
  for (const [node, parents] of walk(source.program)) {
    const impurity = describeImpurity(node, parents.at(-1));
    if (impurity !== undefined) {
      complaints.push(
        `${source.path}:${source.lineAt(node.start)}: a decision is pure, but this uses ${impurity}`,
      );
    }
  }
  return complaints;
}

function describeImpurity(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  const member = memberOf(node)?.join('.');
  if (member !== undefined && impureMembers.has(member)) return member;
  if (node.type === 'AwaitExpression') return 'await';
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && isEmpty(node['arguments']))
    return 'new Date()';
  const name = nameOf(node);
  const isObject = parent?.type === 'MemberExpression' && parent['object'] === node;
  const isCalled = parent?.type === 'CallExpression' && parent['callee'] === node;
  return name !== undefined && impureGlobals.has(name) && (isObject || isCalled) ? name : undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
