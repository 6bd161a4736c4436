import type { FieldProblem } from '@yitu/kernel';
import { pointerPart } from './field-problems.ts';

/** How a character beyond the first plane may be written in JSON: in two halves. */
const half = /\\u[dD][89a-fA-F]/;

const message = {
  zh: '含有不完整的字符（单独的代理码元）',
  en: 'holds half of a character (a lone surrogate)',
};

/**
 * The texts of a body that hold half of a character. It cannot be stored: it would come back as another character, or be refused by the database in
 * the middle of the work.
 * @param body as it came; it is looked at closely only where it has halves at all
 * @param parsed the same, understood
 */
export const brokenTexts = (body: string, parsed: unknown): FieldProblem[] =>
  half.test(body)
    ? brokenIn(parsed, '/body').map((field) => ({ field, rule: 'whole-characters', message }))
    : [];

/** JSON pointers; a name that is broken itself is told by what it stands in. */
function brokenIn(value: unknown, at: string): string[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key.isWellFormed() ? brokenIn(one, `${at}/${pointerPart(key)}`) : [at],
  );
}
