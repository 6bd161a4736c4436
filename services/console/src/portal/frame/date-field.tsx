import { lazy, Suspense } from 'react';
import { Field } from './field.tsx';

// As large as a page: most look at trips before they say when.
const LocalDateInput = lazy(async () => ({
  default: (await import('../../patterns/local-date-input.tsx')).LocalDateInput,
}));

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A field for a local date in the language of the page, whatever the browser's is. Within a form it is read by its name. */
export function DateField({
  name,
  label,
  value,
  min,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  /** The first day that can be chosen. */
  readonly min?: string | undefined;
  readonly onChange: (date: string) => void;
}) {
  // Anybody may write anything into an address.
  const known = value !== undefined && date.test(value) ? value : '';
  return (
    <Field label={label}>
      {(id) => (
        <>
          <Suspense fallback={<input id={id} readOnly value={known} />}>
            <LocalDateInput id={id} large value={known} min={min} onChange={(date) => onChange(date ?? '')} />
          </Suspense>
          <input type="hidden" name={name} value={known} />
        </>
      )}
    </Field>
  );
}
