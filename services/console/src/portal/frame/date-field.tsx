import { lazy, startTransition, Suspense, useState } from 'react';
import { Field } from './field.tsx';
import { texts } from './texts.ts';

// As large as a page: it comes when somebody goes to the field.
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
  const t = texts.use();
  const [wanted, setWanted] = useState(false);
  // The plain field stays, with whoever stands in it, until the other is there.
  const want = () => startTransition(() => setWanted(true));
  // Anybody may write anything into an address.
  const known = value !== undefined && date.test(value) ? value : '';
  return (
    <Field label={label}>
      {(id) => (
        <>
          <Suspense>
            {wanted ? (
              <LocalDateInput
                {...{ id, min }}
                value={known}
                large
                autoFocus
                onChange={(date) => onChange(date ?? '')}
              />
            ) : (
              <input key={known} id={id} defaultValue={known} placeholder={t('chooseDate')} onFocus={want} />
            )}
          </Suspense>
          <input type="hidden" name={name} value={known} />
        </>
      )}
    </Field>
  );
}
