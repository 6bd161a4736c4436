import type { Example } from './example.ts';
import { fromSchema, NeedsExample } from './from-schema.ts';
import { idFilters } from './listed.ts';
import type { Objects } from './objects.ts';
import type { HttpOperation, Operation, RpcOperation } from './operations.ts';

/** One call as it goes to a service, and everything it names. */
export interface Request {
  readonly path: string;
  readonly body: unknown;
  /** Every id of the path, the query and the body. */
  readonly ids: readonly string[];
  /** For If-Match; no row has the version that is taken when it is left out. */
  readonly version?: number;
}

/** An operation cannot be called without being told how; `message` says what to do. */
class MissingExample extends Error {
  override readonly name = 'MissingExample';
  constructor({ service, name }: Operation, what: string) {
    super(
      `operation ${service} ${name} needs an example (${what}): add it in tools/matrix/examples/${service}.ts`,
    );
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** All ids in a text. */
export const idsIn = (text: string): string[] => [...new Set(text.match(uuid))];

/**
 * A call about the objects of one place.
 * @param narrowed with the ids a list may be asked to be about @throws MissingExample
 */
export function requestOf(
  operation: Operation,
  example: Example,
  objects: Objects,
  narrowed = false,
): Request {
  const { path, body } =
    operation.kind === 'http'
      ? httpRequest(operation, example, objects, narrowed)
      : rpcRequest(operation, example, objects);
  return {
    path,
    body,
    ids: idsIn(`${path} ${body instanceof Uint8Array ? '' : JSON.stringify(body ?? null)}`),
  };
}

function httpRequest(operation: HttpOperation, example: Example, objects: Objects, narrowed: boolean) {
  const { route, service } = operation;
  const given = example.params?.(objects) ?? {};
  const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = given[name] ?? objects[name] ?? objects[`${service}.${route.path.split('/')[2] ?? ''}`];
    if (value === undefined) throw new MissingExample(operation, `:${name} of the path`);
    return encodeURIComponent(value);
  });
  const query = queryOf(operation, example, objects, narrowed);
  if (typeof route.consumes === 'object') {
    if (!example.file) throw new MissingExample(operation, 'a file');
    return { path: query.size > 0 ? `${path}?${query.toString()}` : path, body: example.file() };
  }
  const hasBody = route.body !== undefined && route.method !== 'GET';
  const body = hasBody
    ? made(operation, () => fromSchema(route.body, objects, example.body?.(objects)))
    : undefined;
  return { path: query.size > 0 ? `${path}?${query.toString()}` : path, body };
}

function queryOf(
  operation: HttpOperation,
  example: Example,
  objects: Objects,
  narrowed: boolean,
): URLSearchParams {
  const { query } = operation.route;
  if (!query) return new URLSearchParams();
  const required = made(operation, () => fromSchema(query, objects, example.query?.(objects)));
  const filters = narrowed
    ? idFilters(operation, objects).map((name) => [name, objects[name] ?? ''] as const)
    : [];
  const values = { ...Object.fromEntries(filters), ...(required as Record<string, unknown>) }; // queries are objects
  return new URLSearchParams(
    Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]),
  );
}

/** Fields named like objects are filled, all others are as the message begins. */
function rpcRequest({ rpc, service }: RpcOperation, example: Example, objects: Objects) {
  const empty = rpc.method.requestDeserialize(Buffer.alloc(0)) as Record<string, unknown>; // ts-proto makes plain objects
  const named = Object.keys(empty)
    .filter((field) => objects[field] !== undefined)
    .map((field) => [field, objects[field]] as const);
  return { path: service, body: { ...empty, ...Object.fromEntries(named), ...example.body?.(objects) } };
}

function made(operation: Operation, make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    if (error instanceof NeedsExample) throw new MissingExample(operation, `field ${error.message}`);
    throw error;
  }
}
