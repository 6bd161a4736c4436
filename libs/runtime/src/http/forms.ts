import type { FastifyInstance } from 'fastify';
import { httpErrors } from './errors.ts';

/** The scope's bodies are forms, and nothing else. */
export function acceptForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      try {
        done(null, formOf(body.toString()));
      } catch (error) {
        done(error as Error); // formOf throws refusals
      }
    },
  );
}

/**
 * The parameters of a form. RFC 6749, 3.2: one without a value counts as left out, none may come twice.
 * @throws request/invalid naming the parameter that came twice
 */
function formOf(text: string): Record<string, string> {
  const form: Record<string, string> = Object.create(null) as Record<string, string>; // a parameter may be called __proto__
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue;
    if (name in form) throw repeated(name);
    form[name] = value;
  }
  return form;
}

const repeated = (name: string) =>
  httpErrors.invalid({
    fields: [
      {
        field: `/body/${name.slice(0, 60)}`,
        rule: 'uniqueItems',
        message: { zh: '不得重复', en: 'must not repeat' },
      },
    ],
  });
