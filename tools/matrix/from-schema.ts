import type { Objects } from './objects.ts';

/** The parts of a JSON schema that an example is made of. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A schema asks for something nobody can guess; `message` names the field. */
export class NeedsExample extends Error {
  override readonly name = 'NeedsExample';
}

const today = () => Temporal.Now.plainDateISO('Asia/Shanghai').toString();

const formats: Readonly<Record<string, () => string>> = {
  uuid: () => crypto.randomUUID(),
  email: () => `m${crypto.randomUUID().slice(0, 8)}@matrix.example`,
  'local-date': today,
  'date-time': () => Temporal.Now.instant().add({ hours: 1 }).toString(),
  'minor-units': () => '100',
  country: () => 'CN',
  uri: () => 'https://matrix.example/',
};

/** What fits the patterns that many inputs share. */
const samples: readonly string[] = [
  'CNY',
  '100',
  'matrix',
  'MX',
  'crm.customer.read',
  '+8613800138000',
  '000000',
];

/**
 * The smallest value that fits a schema: required fields only, ids of the objects of one place by the names of their fields.
 * @param given values over those made, by field
 * @throws NeedsExample for a pattern or kind nothing is known of
 */
export function fromSchema(
  schema: unknown,
  objects: Objects,
  given: Readonly<Record<string, unknown>> = {},
): unknown {
  return make(schema as Schema, objects, '', given); // schemas of routes are JSON schemas
}

function make(
  schema: Schema,
  objects: Objects,
  field: string,
  given: Readonly<Record<string, unknown>> = {},
): unknown {
  if (field === 'limit' && schema.maximum !== undefined) return schema.maximum; // lists show all they have
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return makeFirst(schema.anyOf, objects, field);
  switch (schema.type) {
    case 'object':
      return makeObject(schema, objects, given);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => make(schema.items ?? {}, objects, field));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return makeString(schema, objects, field);
    default:
      return {};
  }
}

function makeFirst([first]: readonly Schema[], objects: Objects, field: string): unknown {
  if (!first) throw new NeedsExample(field);
  return make(first, objects, field);
}

function makeObject(
  { properties = {}, required = [] }: Schema,
  objects: Objects,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  // Ids of things are given wherever they are taken: what lies elsewhere must be refused there too.
  const wanted = Object.keys(properties).filter((name) => required.includes(name) || name in objects);
  const missing = wanted.filter((name) => !(name in given));
  const made = missing.map((name) => [name, make(properties[name] ?? {}, objects, name)] as const);
  return { ...Object.fromEntries(made), ...given };
}

function makeString({ format, pattern, minLength = 1 }: Schema, objects: Objects, field: string): string {
  const object = objects[field];
  if (object !== undefined) return object;
  if (format !== undefined) {
    const sample = formats[format];
    if (!sample) throw new NeedsExample(field);
    return sample();
  }
  const plain = 'matrix '.repeat(Math.ceil(minLength / 7)).slice(0, Math.max(minLength, 6));
  if (pattern === undefined) return plain;
  const fitting = [plain, ...samples].find(
    (one) => one.length >= minLength && new RegExp(pattern, 'u').test(one),
  );
  if (fitting === undefined) throw new NeedsExample(field);
  return fitting;
}
