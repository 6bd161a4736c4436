type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Node = Record<string, Json>;

const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The same document with each titled object schema under its name, once, so that types made of it have the names of the trade. Schemas of one title that
 * differ (input and answer) are told apart by a number. Refusals are left out: they are problems everywhere. What has a default may be left out of what is asked.
 */
export function withNamedSchemas(document: object): object {
  const names = new Map<string, string>();
  const schemas: Node = {};
  const named = (schema: Node, title: string): Json => {
    const inner = inside(schema);
    const key = JSON.stringify(inner);
    const name = names.get(key) ?? freeName(title, schemas);
    names.set(key, name);
    schemas[name] = inner;
    return { $ref: `#/components/schemas/${name}` };
  };
  const replaced = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replaced);
    if (!isNode(value)) return value;
    const { title, type } = value;
    return typeof title === 'string' && type === 'object' ? named(value, title) : inside(value);
  };
  const inside = (value: Node): Node =>
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one)]));
  const { paths, components, ...frame } = JSON.parse(JSON.stringify(document)) as Node; // an OpenAPI document is JSON
  const answers = replaced(withoutRefusals(asked(paths ?? {})));
  return { ...frame, paths: answers, components: { ...(isNode(components) && components), schemas } };
}

function freeName(title: string, taken: Node, number = 1): string {
  const name = number === 1 ? title : `${title}${number}`;
  return name in taken ? freeName(title, taken, number + 1) : name;
}

function withoutRefusals(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutRefusals);
  if (!isNode(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'responses' && isNode(one) ? withoutDefault(one) : withoutRefusals(one),
    ]),
  );
}

function withoutDefault({ default: _refusal, ...answers }: Node): Node {
  return answers;
}

/** The same with what has a default no longer required in parameters and bodies; answers always have it. */
function asked(value: Json): Json {
  if (Array.isArray(value)) return value.map(asked);
  if (!isNode(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (name === 'responses') return [name, one];
      return [name, name === 'parameters' || name === 'requestBody' ? withDefaults(one) : asked(one)];
    }),
  );
}

function withDefaults(value: Json): Json {
  if (Array.isArray(value)) return value.map(withDefaults);
  if (!isNode(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withDefaults(one)]));
  const { required, properties, schema } = inner;
  // A parameter says it of itself, an object of its properties.
  if (isNode(schema) && 'default' in schema) return { ...inner, required: false };
  if (!Array.isArray(required) || !isNode(properties)) return inner;
  const needed = required.filter((name) => typeof name === 'string' && !hasDefault(properties[name]));
  return { ...inner, required: needed };
}

const hasDefault = (schema: Json | undefined): boolean => isNode(schema) && 'default' in schema;
