import type { DomainError, FieldProblem } from '@yitu/kernel';

/**
 * Refuses a list in which something occurs twice.
 * @param field JSON pointer of the list @param refusal the error, made with the field's problem
 */
export function checkOnce<Item>(
  list: readonly Item[],
  keyOf: (item: Item) => string,
  field: string,
  refusal: (options: { fields: readonly FieldProblem[] }) => DomainError,
): void {
  if (new Set(list.map(keyOf)).size === list.length) return;
  const message = { zh: '不能重复', en: 'must not contain the same twice' };
  throw refusal({ fields: [{ field, rule: 'once', message }] });
}
