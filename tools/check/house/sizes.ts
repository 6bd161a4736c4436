import { type Source, type SyntaxNode, nameOf, walk } from '../syntax.ts';

const FILE_LINES = 250;
const FUNCTION_LINES = 50;

/** Files and functions that need a reason for their length (style.md): told, never failed. */
export function noteSizes(source: Source): string[] {
  const lines = source.text.trimEnd().split('\n').length;
  const notices = lines > FILE_LINES ? [`${source.path}: ${lines} lines`] : [];
  for (const [node, parents] of walk(source.program)) {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) continue;
    const length = source.lineAt(node.end) - source.lineAt(node.start) + 1;
    if (length <= FUNCTION_LINES) continue;
    const name = nameFunction(node, parents.at(-1));
    notices.push(`${source.path}:${source.lineAt(node.start)}: ${name} has ${length} lines`);
  }
  return notices;
}

function nameFunction(node: SyntaxNode, parent: SyntaxNode | undefined): string {
  return nameOf(node['id']) ?? nameOf(parent?.['id']) ?? nameOf(parent?.['key']) ?? 'a function';
}
