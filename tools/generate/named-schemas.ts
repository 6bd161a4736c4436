type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Node = Record<string, Json>;

const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The same document with each titled object schema under its name, once, so that types made of it have the names of the trade. Schemas of one title that
 * differ (input and answer) are told apart by a number. Refusals are left out: they are problems everywhere.
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
  const answers = replaced(withoutRefusals(paths ?? {}));
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
