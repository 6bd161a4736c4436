import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';

const build = SerializerSelector();

/**
 * Fastify's own way of making what writes answers, but for when: at an operation's first answer. Those of all operations at once would take most of
 * the processor time of a start, and each would have one of its own for the problems that all answer alike.
 */
export const serializersOnDemand: typeof build = (externalSchemas, options) => {
  const compile = build(externalSchemas, options);
  const made = new WeakMap<object, ReturnType<typeof compile>>();
  return (definition) => {
    const { schema } = definition;
    const key = typeof schema === 'object' && schema !== null ? schema : definition;
    return (answer: unknown) => {
      let write = made.get(key);
      if (write === undefined) made.set(key, (write = compile(definition)));
      return write(answer);
    };
  };
};
