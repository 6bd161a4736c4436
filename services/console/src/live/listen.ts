import { renewSession } from '../session/renew.ts';

/** That something changed: what it is and which one, no more. */
export interface Change {
  readonly service: string;
  readonly noun: string;
  readonly id: string;
}

interface Listener {
  readonly onChange: (change: Change) => void;
  /** The connection was away: changes may have been missed. */
  readonly onGap: () => void;
}

/** How long to wait before the next attempt, in milliseconds; browsers try again by themselves after a lost connection, but not after a refusal. */
const pauses = [1_000, 3_000, 10_000, 30_000];

/** Listens for changes until it is told to stop. @param watch nouns with commas in between @returns how to stop */
export function listen(watch: string, { onChange, onGap }: Listener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  const open = () => {
    source = new EventSource(`/api/notifications/v1/live?watch=${encodeURIComponent(watch)}`);
    source.addEventListener('open', () => {
      if (attempt > 0) onGap();
      attempt = 0;
    });
    source.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      onChange(JSON.parse(data) as Change),
    ); // as notifications documents it
    source.addEventListener('reload', onGap);
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) again();
      attempt += 1;
    });
  };
  const again = () => {
    const began = Date.now();
    timer = setTimeout(
      () => {
        // It ends with the short token it was opened with.
        void renewSession(began).then((signedIn) => signedIn && open());
      },
      pauses[Math.min(attempt, pauses.length - 1)],
    );
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
