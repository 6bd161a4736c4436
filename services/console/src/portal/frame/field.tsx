import { useId, type ChangeEvent, type ReactElement, type ReactNode } from 'react';

/** A field of the browser's own, with its label: on a phone it brings the right keyboard and pickers by itself. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (id: string) => ReactElement;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <small>{hint}</small>}
    </div>
  );
}

/** One of several, or none. */
export function Choice({
  name,
  label,
  value,
  none,
  options,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  /** What stands for none of them; where it is left out one has to be chosen. */
  readonly none?: string;
  readonly options: readonly (readonly [value: string, text: ReactNode])[];
  /** Told at once; without it the choice is read with its form. */
  readonly onChoose?: (value: string) => void;
}) {
  const held = onChoose
    ? {
        value: value ?? '',
        onChange: (event: ChangeEvent<HTMLSelectElement>) => onChoose(event.target.value),
      }
    : { defaultValue: value ?? '' };
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} name={name} {...held}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The filled-in fields of a form, by their names. */
export const filledIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
    ),
  );
