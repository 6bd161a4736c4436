import { useRef, useState, type SubmitEvent, type InputEvent } from 'react';
import { problemsOf, valuesOf, type EntryRules } from './entry-rules.ts';

/**
 * A form of the browser's own fields. It is checked when it is sent; what is wrong stands at its field in the page's language (the browser's own bubble
 * speaks another) and goes as soon as it is put right.
 * @param rules of its fields, by their names; a field without one is not in the form
 * @param send what was entered, once no rule is broken
 */
export function useEntryForm<Name extends string>(
  rules: EntryRules<Name>,
  send: (values: Readonly<Record<Name, string>>) => void,
) {
  const ref = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Partial<Record<Name, string>>>({});
  // The same for as long as the form is there: effects hang on them.
  const [stable] = useState(() => ({
    draftable: {
      setFieldsValue: (values: Readonly<Record<string, unknown>>) => layOver(ref.current, values),
    },
    refuse: (found: Partial<Record<Name, string>>) => {
      setProblems(found);
      focusFirst(ref.current, found);
    },
  }));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = valuesOf(event.currentTarget, rules);
    const found = problemsOf(rules, values);
    stable.refuse(found);
    if (Object.keys(found).length === 0) send(values);
  };
  /** Only what stood there already is looked at again: nobody is told off for a field they are still typing in. */
  const recheck = (event: InputEvent<HTMLFormElement>) => {
    const now = problemsOf(rules, valuesOf(event.currentTarget, rules));
    setProblems((before) => {
      const kept = Object.keys(before).filter((name) => now[name as Name] !== undefined); // names of these very rules
      return Object.fromEntries(kept.map((name) => [name, now[name as Name]])) as typeof before;
    });
  };
  return {
    /** For the `form` element. */
    form: { ref, noValidate: true, onSubmit: submit, onInput: recheck },
    /** For a field of it. */
    field: (name: Name) => ({ name, problem: problems[name] }),
    /** What is in it at the moment. */
    values: () => (ref.current ? valuesOf(ref.current, rules) : undefined),
    /** What a draft is laid over (`draftable`), and what shows what the service has found wrong (`refuse`). */
    ...stable,
  };
}

/** Brings the first field that something is wrong with into sight. */
function focusFirst(form: HTMLFormElement | null, found: object): void {
  const [first] = Object.keys(found);
  if (form && first !== undefined) field(form, first)?.focus();
}

/** Lays what was kept over the fields of a form. */
function layOver(form: HTMLFormElement | null, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const input = form && field(form, name);
    if (input && typeof value === 'string') input.value = value;
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : undefined;
}
