import { useEffect, useState } from 'react';

const prefix = 'yitu.draft.';

/** A form that a draft can be laid over: antd's, or one of the browser's own fields. */
interface Draftable {
  readonly setFieldsValue: (values: never) => void;
}

/** As what the things that are entered into a form are kept. */
export interface Draft {
  /** What the form is, and which record it is about. */
  readonly name: string;
  /** Of the record that is changed, as it was when the form was opened; left out where nothing is changed. */
  readonly version?: number | undefined;
}

/**
 * Keeps what is entered into a form for as long as the tab lives, so that a closed drawer, a reload or an ended session loses nothing. A draft belongs to the
 * version it was made on: laid over a newer one, it would take back what others changed in between, so it is only offered there.
 * @param name of the form and of what it is about; left out where nothing must stay in the browser: then it keeps and finds nothing
 * @param version of the record that is changed; left out where nothing is
 * @returns what to tell the form, whether a draft was found, and how to let it go; `older`: one made on another version, to take or to let go
 */
export function useDraft(name: string | undefined, form: Draftable, version?: number) {
  const key = name === undefined ? undefined : draftKey(name, version);
  const [restored, setRestored] = useState(false);
  const [olderKey, setOlderKey] = useState<string>();
  useEffect(() => {
    const kept = read(key);
    if (kept !== null) lay(form, kept);
    setRestored(kept !== null);
    setOlderKey(name === undefined ? undefined : olderDraft(name, version));
  }, [form, key, name, version]);
  const discard = () => {
    drop(key);
    setRestored(false);
  };
  const discardOlder = () => {
    drop(olderKey);
    setOlderKey(name === undefined ? undefined : olderDraft(name, version));
  };
  const takeOlder = () => {
    const kept = read(olderKey);
    if (kept !== null) {
      write(key, kept);
      lay(form, kept);
      setRestored(true);
    }
    discardOlder();
  };
  return {
    restored,
    discard,
    keep: (values: object, begun?: object) => write(key, draftText(values, begun)),
    older: olderKey === undefined ? undefined : { take: takeOlder, discard: discardOlder },
  };
}

// Without a key there is nothing to read, and nothing is written.
const read = (key: string | undefined) => (key === undefined ? null : sessionStorage.getItem(key));
const drop = (key: string | undefined) => key !== undefined && sessionStorage.removeItem(key);
const write = (key: string | undefined, kept: string) =>
  key !== undefined && sessionStorage.setItem(key, kept);

/** Lays a draft over a form; it was kept by the same form. */
const lay = (form: Draftable, kept: string): void => form.setFieldsValue(draftValues(kept) as never);

/** What stands for a field that was emptied: JSON leaves such fields out, and what the form began with would come back. */
const emptied = '\u0000emptied';

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * The values of a form as a draft of them is kept.
 * @param begun what the form began with: fields that hold nothing and held something then were emptied, all others were never filled in
 */
export const draftText = (values: object, begun?: object): string => JSON.stringify(marked(values, begun));

function marked(value: unknown, begun: unknown): unknown {
  // A file cannot be kept as text, and what JSON makes of it is none: it is chosen again.
  if (value instanceof Blob) return undefined;
  if (value === undefined) return begun === undefined || begun === null ? undefined : emptied;
  // Lists are kept, and laid over a form, as a whole.
  if (!isGroup(value)) return value;
  const before = isGroup(begun) ? begun : {};
  return Object.fromEntries(
    Object.entries(value).map(([field, inside]) => [field, marked(inside, before[field])]),
  );
}

/** The values of a form that were kept, emptied fields with them. */
export const draftValues = (kept: string): unknown => unmarked(JSON.parse(kept));

function unmarked(value: unknown): unknown {
  if (value === emptied) return undefined;
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inside]) => [field, unmarked(inside)]));
}

/** Where the draft of a form is kept. */
export const draftKey = (name: string, version?: number): string =>
  version === undefined ? prefix + name : `${prefix}${name}@${version}`;

/** The draft of a form that was made on another version, if there is one. */
export function olderDraft(name: string, version?: number): string | undefined {
  const key = draftKey(name, version);
  return Object.keys(sessionStorage).find((kept) => kept !== key && kept.startsWith(`${prefix}${name}@`));
}

/** Lets all drafts go: whoever signs in next must not find them. */
export function discardDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
