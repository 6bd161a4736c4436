/** What has to be true of a form's fields: each says what is wrong with its value, or nothing. */
export type EntryRules<Name extends string> = Readonly<
  Record<Name, (value: string, all: Readonly<Record<Name, string>>) => string | undefined>
>;

/** A field that must not be left empty. @param message says so */
export const needed =
  (message: string) =>
  (value: string): string | undefined =>
    value.trim() === '' ? message : undefined;

/** What is wrong with which field, in the order of the fields. */
export function problemsOf<Name extends string>(
  rules: EntryRules<Name>,
  values: Readonly<Record<Name, string>>,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of namesOf(rules)) {
    const problem = rules[name](values[name], values);
    if (problem !== undefined) found[name] = problem;
  }
  return found;
}

/** What is entered, by the names of the rules; empty where nothing is, `on` where something is ticked. */
export function valuesOf<Name extends string>(
  form: HTMLFormElement,
  rules: EntryRules<Name>,
): Readonly<Record<Name, string>> {
  const data = new FormData(form);
  const entries = namesOf(rules).map((name) => {
    const value = data.get(name);
    return [name, typeof value === 'string' ? value : ''];
  });
  return Object.fromEntries(entries) as Record<Name, string>; // a value for each of the names
}

const namesOf = <Name extends string>(rules: EntryRules<Name>) => Object.keys(rules) as Name[]; // the names it is declared with
