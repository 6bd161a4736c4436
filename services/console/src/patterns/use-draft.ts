import type { FormInstance } from 'antd';
import { useEffect, useState } from 'react';

const prefix = 'yitu.draft.';

/**
 * Keeps what is entered into a form for as long as the tab lives, so that a closed drawer, a reload or an ended session loses nothing.
 * @param name of the form and of what it is about
 * @returns what to tell the form, whether a draft was found, and how to let it go
 */
export function useDraft<Values extends object>(name: string, form: FormInstance<Values>) {
  const key = prefix + name;
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept === null) return;
    form.setFieldsValue(JSON.parse(kept) as never); // written below, by the same form
    setRestored(true);
  }, [form, key]);
  const discard = () => {
    sessionStorage.removeItem(key);
    setRestored(false);
  };
  return {
    restored,
    discard,
    keep: (values: object) => sessionStorage.setItem(key, JSON.stringify(values)),
  };
}

/** Lets all drafts go: whoever signs in next must not find them. */
export function discardDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
