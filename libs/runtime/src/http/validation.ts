import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isCountry, isId, type FieldProblem } from '@yitu/kernel';
import type { FastifySchemaCompiler } from 'fastify';
import { httpErrors } from './errors.ts';
import { fieldProblems } from './field-problems.ts';

const options = { allErrors: true, strict: false, useDefaults: true, removeAdditional: false } as const;

/** Bodies are taken as they are; path and query are text, so their numbers and booleans are converted. */
function validators() {
  const exact = new Ajv({ ...options, coerceTypes: false });
  const converting = new Ajv({ ...options, coerceTypes: 'array' });
  for (const ajv of [exact, converting]) {
    addFormats.default(ajv);
    ajv.addFormat('uuid', { type: 'string', validate: isId }); // the canonical form only, as it is stored and compared
    ajv.addFormat('country', { type: 'string', validate: isCountry });
    ajv.addFormat('local-date', { type: 'string', validate: isLocalDate });
    ajv.addFormat('minor-units', /^-?(0|[1-9]\d{0,17})$/);
  }
  return { exact, converting };
}

/** Fastify's validator compiler: unknown fields are refused by name, every problem names field and rule. */
export function validatorCompiler(): FastifySchemaCompiler<object> {
  const { exact, converting } = validators();
  return ({ schema, httpPart }) => {
    const part = httpPart ?? 'body';
    const allowed = part === 'headers' ? schema : (closed(schema) as object); // of an object comes an object
    const ajv = part === 'body' ? exact : converting;
    // Compiled at the first request: all of them at once would be a tenth of a second of every start.
    let validate: ValidateFunction | undefined;
    return (data: unknown) => {
      validate ??= ajv.compile(allowed);
      return result(validate, data, part);
    };
  };
}

function result(validate: ValidateFunction, data: unknown, part: string) {
  if (validate(data)) return { value: data };
  return {
    error: httpErrors.invalid({
      fields: fieldProblems(validate.errors ?? [], part === 'querystring' ? 'query' : part),
    }),
  };
}

/**
 * The rules of a body for input that comes another way, such as a row of a table: the very check the door makes.
 * @returns fills defaults in, and tells what is wrong; nothing, where it fits
 */
export function checkInput(schema: object): (input: object) => FieldProblem[] {
  const validate = validators().exact.compile(closed(schema) as object); // of an object comes an object
  return (input) => (validate(input) ? [] : fieldProblems(validate.errors ?? [], 'body'));
}

/** The schema with `additionalProperties: false` on every object that does not say otherwise. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObject = inner['type'] === 'object' && 'properties' in inner && !('additionalProperties' in inner);
  return isObject ? { ...inner, additionalProperties: false } : inner;
}

function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false; // PostgreSQL has no year 0
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
