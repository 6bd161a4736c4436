import { readFileSync } from 'node:fs';
import { parseAst } from 'vitest/node';

/** A node of the ESTree that vitest's parser gives; the fields differ by `type`. */
export type SyntaxNode = { type: string; start: number; end: number } & Record<string, unknown>;

export type Source = {
  path: string;
  text: string;
  program: SyntaxNode;
  /** The line, from 1, of an offset. */
  lineAt(offset: number): number;
  /** The text of a line, from 1. */
  line(number: number): string;
};

const parsed = new Map<string, Source>();

/** Reads and parses a source once, however many checks look at it. Throws on a syntax error. */
export function parseSource(path: string): Source {
  const source = parsed.get(path) ?? parseText(path, readFileSync(path, 'utf8'));
  parsed.set(path, source);
  return source;
}

/** The same for a text at hand: tests plant violations with it. */
export function parseText(path: string, text: string): Source {
  const lines = text.split('\n');
  return {
    path,
    text,
    // The parser types its tree node by node; checks only need what every node has.
    // oxlint-disable-next-line typescript/no-deprecated -- of the parser vitest brings along it offers only this door
    program: parseAst(text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }) as unknown as SyntaxNode,
    lineAt: (offset) => text.slice(0, offset).split('\n').length,
    line: (number) => lines[number - 1] ?? '',
  };
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Every node under `root`, parents before children, with the nodes it sits in (nearest last). */
export function* walk(
  root: SyntaxNode,
  parents: readonly SyntaxNode[] = [],
): Generator<[SyntaxNode, readonly SyntaxNode[]]> {
  yield [root, parents];
  const inside = [...parents, root];
  for (const value of Object.values(root)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, inside);
    }
  }
}

/** The name of an identifier; undefined for any other node. */
export function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string'
    ? node['name']
    : undefined;
}

/** `a.b` and `a['b']` as ['a', 'b']; undefined for anything else. */
export function memberOf(node: SyntaxNode): [object: string, property: string] | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const object = nameOf(node['object']);
  const property = node['computed'] === true ? literalOf(node['property']) : nameOf(node['property']);
  return object === undefined || property === undefined ? undefined : [object, property];
}

function literalOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string'
    ? node['value']
    : undefined;
}
