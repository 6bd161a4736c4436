import { Refusal } from '../api/refusal.ts';

interface FieldProblem {
  readonly name: (string | number)[];
  readonly errors: string[];
}

/**
 * The refusals of single fields (`/body/contact/phone`) for the form that has these fields; those of others are in the alert above the form.
 * @param values of the form: its fields
 */
export function fieldProblems(problem: unknown, values: object): FieldProblem[] {
  if (!(problem instanceof Refusal)) return [];
  return (problem.problem.errors ?? []).flatMap(({ field, message }) => {
    const [where, ...path] = field.split('/').slice(1);
    const name = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const [first] = name;
    return where === 'body' && first !== undefined && first in values ? [{ name, errors: [message] }] : [];
  });
}
