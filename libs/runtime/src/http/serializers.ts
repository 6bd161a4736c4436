import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';

type BuildSerializer = ReturnType<typeof SerializerSelector>;

/**
 * Fastify's own way to write answers, but each writer is made with its first answer: a service has hundreds, of which a quarter of its start and
 * most of their memory would be for refusals nobody ever gets.
 */
export function serializersWhenNeeded(): BuildSerializer {
  const build = SerializerSelector();
  return (schemas, options) => {
    const compile = build(schemas, options);
    return (route) => {
      let write: ReturnType<typeof compile> | undefined;
      return (answer) => (write ??= compile(route))(answer);
    };
  };
}
