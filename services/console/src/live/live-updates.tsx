import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen, type Change } from './listen.ts';
import { outdate } from './outdate.ts';

type Word = { readonly change: Change } | { readonly gap: true };

/**
 * Has what is shown read anew when others change it: an event of a service's noun (`booking.order`) outdates the queries whose keys begin with it. All
 * tabs share one stream, since browsers have few connections: the one that holds the lock listens and tells the others.
 */
export function LiveUpdates() {
  const queries = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel('yitu-live');
    const left = new AbortController();
    const look = outdate(queries);
    const hear = (word: Word) => look('gap' in word ? [] : [word.change.service, word.change.noun]);
    const tell = (word: Word) => {
      if (left.signal.aborted) return;
      hear(word);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
      channel.postMessage(word);
    };
    channel.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data));
    const lead = async () => {
      // One's turn may come while one is leaving: nobody would tell it to stop.
      if (left.signal.aborted) return;
      const stop = listen({ onChange: (change) => tell({ change }), onGap: () => tell({ gap: true }) });
      await new Promise((resolve) => left.signal.addEventListener('abort', resolve, { once: true }));
      stop();
    };
    navigator.locks.request('yitu-live', { signal: left.signal }, lead).catch((error: unknown) => {
      // Leaving before one's turn came is no failure.
      if (!left.signal.aborted) throw error;
    });
    return () => {
      left.abort();
      channel.close();
    };
  }, [queries]);
  return null;
}
