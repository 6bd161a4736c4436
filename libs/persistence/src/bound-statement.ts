import { isRaw } from '@mikro-orm/core';
import { escapeIdentifier } from 'pg';

/** A statement with its values apart from its text, as PostgreSQL prepares it. */
export interface BoundStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which a connection keeps it prepared; the same text always has the same one. */
  readonly name: string | undefined;
}

// Few are written by hand and the ORM makes about ten an entity. Texts of changing length (a list of values) come after them, unnamed.
const namesAtMost = 500;
const names = new Map<string, string>();

/**
 * Takes the values out of a statement as the ORM writes it: `?` a value, `??` an identifier, `\?` a question mark. A list becomes as many values,
 * a fragment of the ORM its own text and values.
 */
export function boundStatement(sql: string, parameters: readonly unknown[]): BoundStatement {
  const values: unknown[] = [];
  const text = write(sql, parameters);
  return { text, values, name: nameOf(text) };

  function write(part: string, given: readonly unknown[]): string {
    let next = 0;
    return part.replaceAll(/\\\?|\?\??/g, (mark) => {
      if (mark === '\\?') return '?';
      const value = given[next++];
      return mark === '??' ? escapeIdentifier(String(value)) : place(value);
    });
  }

  function place(value: unknown): string {
    if (isRaw(value)) return write(value.sql, value.params);
    if (Array.isArray(value)) return value.map(place).join(', ');
    values.push(storable(value));
    return `$${values.length}`;
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= namesAtMost) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** What the driver would not write as PostgreSQL reads it. */
function storable(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return JSON.stringify(value);
}
