import type { App } from 'antd';
import { useEffect, useState, type ComponentType } from 'react';

/** What shows notices: antd's, with the looks and the language around it. */
type NoticeParts = ReturnType<typeof App.useApp>;
type Message = NoticeParts['message'];
type Modal = NoticeParts['modal'];

export interface PlaceProps {
  /** Told when notices can be shown, and by what. */
  readonly onReady: (parts: NoticeParts) => void;
}

const { promise: parts, resolve } = Promise.withResolvers<NoticeParts>();

/** Tells somebody above the page what became of what they did, or asks before it is done. */
export const notices = {
  success: async (...said: Parameters<Message['success']>) => void (await parts).message.success(...said),
  error: async (...said: Parameters<Message['error']>) => void (await parts).message.error(...said),
  /** Told in a dialog: it stays until it was read. */
  failure: async (...said: Parameters<Modal['error']>) => void (await parts).modal.error(...said),
  warning: async (...said: Parameters<Modal['warning']>) => void (await parts).modal.warning(...said),
  confirm: async (...asked: Parameters<Modal['confirm']>) => void (await parts).modal.confirm(...asked),
};

/** Where notices stand, once on a page. What shows them comes when somebody begins to do something: before that nothing is to be told. */
export function Notices() {
  const [Place, setPlace] = useState<ComponentType<PlaceProps>>();
  useEffect(() => {
    const begun = new AbortController();
    const load = async () => {
      // Where it could not be had, the next deed asks for it again.
      const loaded = await import('./notice-place.tsx').catch(() => undefined);
      if (!loaded || begun.signal.aborted) return;
      begun.abort();
      setPlace(() => loaded.NoticePlace);
    };
    for (const deed of ['pointerdown', 'keydown'])
      addEventListener(deed, () => void load(), { signal: begun.signal, capture: true });
    return () => begun.abort();
  }, []);
  return Place ? <Place onReady={resolve} /> : null;
}
