import type { Variables } from './variables.ts';

/** What a template may not do: name something its variables don't have, or use more of the language than letters need. */
export interface Misuse {
  readonly kind: 'unknown' | 'not-allowed';
  readonly what: string;
}

/** Where a name is looked up: the values around it, innermost last, and the names a block has given. */
interface Scope {
  readonly contexts: readonly unknown[];
  readonly named: ReadonlyMap<string, unknown>;
  /** Loops around it. */
  readonly loops: number;
}

const blocks = new Set(['if', 'unless', 'each', 'with']);
const loopData = new Set(['@index', '@first', '@last']);
/** Nested loops multiply: deeper than any letter needs, a template could keep the service busy. */
const deepest = 4;

/** The first misuse in a template. @param sample values for all its variables, lists with at least one element */
export const findMisuse = (program: hbs.AST.Program, sample: Variables): Misuse | undefined =>
  inProgram(program, { contexts: [sample], named: new Map(), loops: 0 });

const unknown = (what: string): Misuse => ({ kind: 'unknown', what });
const notAllowed = (what: string): Misuse => ({ kind: 'not-allowed', what });

function inProgram(program: hbs.AST.Program | undefined, scope: Scope): Misuse | undefined {
  for (const statement of program?.body ?? []) {
    const misuse = inStatement(statement, scope);
    if (misuse) return misuse;
  }
  return undefined;
}

function inStatement(statement: hbs.AST.Statement, scope: Scope): Misuse | undefined {
  if (isOutput(statement)) return inOutput(statement, scope);
  if (isBlock(statement)) return inBlock(statement, scope);
  if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return undefined;
  return notAllowed(statement.type === 'PartialStatement' ? '{{>}}' : statement.type);
}

function inOutput(
  { path, params, hash, escaped }: hbs.AST.MustacheStatement,
  scope: Scope,
): Misuse | undefined {
  if (!isPath(path)) return notAllowed('{{"…"}}');
  if (!escaped) return notAllowed(`{{{${path.original}}}}`);
  if (params.length > 0 || hash) return notAllowed(path.original);
  const found = lookUp(path, scope);
  if (!found) return unknown(path.original);
  return typeof found.value === 'object' ? notAllowed(`{{${path.original}}}`) : undefined;
}

function inBlock(block: hbs.AST.BlockStatement, scope: Scope): Misuse | undefined {
  const { path, params, hash, program, inverse } = block;
  const name = `{{#${path.original}}}`;
  const [subject] = params;
  if (!blocks.has(path.original) || hash || params.length !== 1) return notAllowed(name);
  if (scope.loops >= deepest && path.original === 'each') return notAllowed(`${name} × ${deepest + 1}`);
  if (!subject || !isPath(subject)) return notAllowed(name);
  const found = lookUp(subject, scope);
  if (!found) return unknown(subject.original);
  const inner = innerScope(path.original, found.value, program?.blockParams ?? [], scope);
  if (!inner) return notAllowed(`{{#${path.original} ${subject.original}}}`);
  return inProgram(program, inner) ?? inProgram(inverse, scope);
}

/** What a block's inside sees; undefined where the block does not fit the value. */
function innerScope(
  block: string,
  value: unknown,
  names: readonly string[],
  scope: Scope,
): Scope | undefined {
  if (block === 'if' || block === 'unless') return scope;
  const isList = Array.isArray(value);
  if (isList !== (block === 'each') || typeof value !== 'object') return undefined;
  const element: unknown = isList ? value[0] : value;
  const [first, second] = names;
  const named = new Map(scope.named);
  if (first !== undefined) named.set(first, element);
  if (second !== undefined) named.set(second, 0);
  return { contexts: [...scope.contexts, element], named, loops: scope.loops + (isList ? 1 : 0) };
}

function lookUp({ data, depth, parts, original }: hbs.AST.PathExpression, scope: Scope) {
  if (data) return scope.loops > 0 && loopData.has(original) ? { value: 0 } : undefined;
  const [first, ...rest] = parts;
  if (depth === 0 && first !== undefined && scope.named.has(first))
    return descend(scope.named.get(first), rest);
  const index = scope.contexts.length - 1 - depth;
  return index < 0 ? undefined : descend(scope.contexts[index], parts);
}

function descend(start: unknown, parts: readonly string[]): { value: unknown } | undefined {
  let value = start;
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    if (!Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part) as unknown;
  }
  return { value };
}

const isOutput = (statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement =>
  statement.type === 'MustacheStatement';
const isBlock = (statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement =>
  statement.type === 'BlockStatement';
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
