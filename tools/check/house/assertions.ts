import { type Source, type SyntaxNode, nameOf, walk } from '../syntax.ts';

/** Each `as` that has no comment on its own lines or right above its statement (style.md: a reason beside it). */
export function findUnexplainedAssertions(source: Source): string[] {
  const complaints: string[] = [];
  for (const [node, parents] of walk(source.program)) {
    if (!isRiskyAssertion(node) || isExplained(source, node, parents)) continue;
    complaints.push(`${source.path}:${source.lineAt(node.start)}: \`as\` without a reason beside it`);
  }
  return complaints;
}

/** `as const` and `as unknown` can't be wrong. */
function isRiskyAssertion(node: SyntaxNode): boolean {
  if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return false;
  const type = node['typeAnnotation'] as SyntaxNode; // The parser gives both kinds this field.
  return type.type !== 'TSUnknownKeyword' && nameOf(type['typeName']) !== 'const';
}

function isExplained(source: Source, node: SyntaxNode, parents: readonly SyntaxNode[]): boolean {
  const statement =
    parents.findLast((parent) => /Statement$|Declaration$|Property$|Definition$/.test(parent.type)) ?? node;
  const first = source.lineAt(statement.start) - 1;
  const last = source.lineAt(node.end);
  return Array.from({ length: last - first + 1 }, (_, index) => source.line(first + index)).some(hasComment);
}

function hasComment(line: string): boolean {
  return /(^|[\s;,{(])\/\/ |\/\*|^\s*\* /.test(line);
}
