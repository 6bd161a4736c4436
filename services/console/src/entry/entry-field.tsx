import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { texts } from '../session/texts.ts';
import './entry.css';

interface EntryFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
}

/** A field of a form before the sign-in, of the browser's own; what is wrong with it is said below it. */
export function EntryField({ label, hint, problem, ...input }: EntryFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      <input {...input} {...described(id, hint, problem)} />
    </Labelled>
  );
}

/** A password; it can be shown while it is typed. */
export function EntryPassword({ label, hint, problem, ...input }: Omit<EntryFieldProps, 'type'>) {
  const t = texts.use();
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      <span className="entry-secret">
        <input {...input} type={shown ? 'text' : 'password'} {...described(id, hint, problem)} />
        <button
          type="button"
          aria-pressed={shown}
          aria-label={t('showTyped')}
          onClick={() => setShown(!shown)}
        >
          <Eye closed={!shown} />
        </button>
      </span>
    </Labelled>
  );
}

/** Something to agree to. @param hint stands below it, with what leads further */
export function EntryCheckbox({
  name,
  label,
  hint,
  problem,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint: ReactNode;
  readonly problem: string | undefined;
}) {
  const id = useId();
  return (
    <div className="entry-field">
      <label className="entry-checkbox">
        <input type="checkbox" name={name} {...described(id, undefined, problem)} />
        {label}
      </label>
      <Problem id={id} problem={problem} />
      <small>{hint}</small>
    </div>
  );
}

function Labelled({
  id,
  label,
  hint,
  problem,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      {children}
      <Problem id={id} problem={problem} />
      {hint && <small id={hintId(id)}>{hint}</small>}
    </div>
  );
}

function Problem({ id, problem }: { readonly id: string; readonly problem: string | undefined }) {
  return (
    problem && (
      <small id={problemId(id)} role="alert" className="entry-problem">
        {problem}
      </small>
    )
  );
}

const hintId = (id: string) => `${id}-hint`;
const problemId = (id: string) => `${id}-problem`;

/** The field's id, and what is said of it to those who hear the page. */
function described(id: string, hint: string | undefined, problem: string | undefined) {
  const by = [problem && problemId(id), hint && hintId(id)].filter(Boolean).join(' ');
  return { id, 'aria-invalid': problem ? true : undefined, 'aria-describedby': by || undefined };
}

function Eye({ closed }: { readonly closed: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
      <path strokeWidth="2" d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7z" />
      <circle strokeWidth="2" cx="12" cy="12" r="3" />
      {closed && <path strokeWidth="2" d="M4 20 20 4" />}
    </svg>
  );
}
