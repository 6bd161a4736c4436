import { type Source, type SyntaxNode, isNode, nameOf } from '../syntax.ts';

/** Names that say nothing about what is inside (style.md). */
const banned = new Set('util utils common shared manager managers helper helpers base impl'.split(' '));

/** Where the word is not ours to choose: a kustomize base, and the types all services' contracts use. */
const givenFolders = /^(k8s\/base|proto\/yitu\/common|libs\/contracts\/src\/gen)\//;

/** Files and folders with a banned word in their name; one line each. */
export function findBannedPaths(paths: readonly string[]): string[] {
  return paths
    .filter((path) => !givenFolders.test(path))
    .flatMap((path) =>
      wordsOf(path)
        .filter(isBanned)
        .map((word) => `${path}: nothing is called "${word}"`),
    );
}

/** Module-level symbols with a banned word, and interfaces or types with an I in front. */
export function findBannedSymbols(source: Source): string[] {
  return declaredNames(source.program).flatMap(({ name, node }) => {
    const where = `${source.path}:${source.lineAt(node.start)}`;
    const word = wordsOf(name).find(isBanned);
    if (word !== undefined) return [`${where}: ${name}: nothing is called "${word}"`];
    const isType = node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration';
    return isType && /^I[A-Z][a-z]/.test(name) ? [`${where}: ${name}: no I in front of a type`] : [];
  });
}

function isBanned(word: string): boolean {
  return banned.has(word);
}

/** `OrderManager`, `order-manager.ts` and `ORDER_MANAGER` all hold the word `manager`. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function declaredNames(program: SyntaxNode): { name: string; node: SyntaxNode }[] {
  const body = Array.isArray(program['body']) ? program['body'].filter(isNode) : [];
  return body
    .map((node) => (isNode(node['declaration']) ? node['declaration'] : node))
    .flatMap((node) => declarators(node).map((declared) => ({ name: nameOf(declared['id']), node })))
    .flatMap(({ name, node }) => (name === undefined ? [] : [{ name, node }]));
}

function declarators(node: SyntaxNode): SyntaxNode[] {
  const declarations = node['declarations'];
  return Array.isArray(declarations) ? declarations.filter(isNode) : [node];
}
