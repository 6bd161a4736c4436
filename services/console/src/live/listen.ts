import { renewSession, signedIn } from '../session/renew.ts';
import { nouns } from './nouns.ts';

/** That something changed: what it is and which one, no more. */
export interface Change {
  readonly service: string;
  readonly noun: string;
  readonly id: string;
}

interface Listener {
  readonly onChange: (change: Change) => void;
  /** Changes may have been missed. */
  readonly onGap: () => void;
}

/** How long to wait before the next attempt, in milliseconds. */
const pauses = [500, 2_000, 10_000, 30_000];

/**
 * Listens to the stream of changes until it is told to stop. A stream ends with the short token it was opened with: the session is renewed before the
 * next one is asked for, since a browser gives up for good where it is refused. Where nobody is signed in any more it waits for whoever signs in.
 * @returns how to stop
 */
export function listen({ onChange, onGap }: Listener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let opened = false;
  const stopped = new AbortController();
  const again = () => {
    const began = Date.now();
    timer = setTimeout(
      () => {
        void renewSession(began).then((renewal) => {
          if (stopped.signal.aborted) return;
          if (renewal === 'signed-in') open();
          else if (renewal === 'unreachable') again();
          else waitForSignIn();
        });
      },
      pauses[Math.min(failures, pauses.length - 1)],
    );
    failures += 1;
  };
  const waitForSignIn = () => {
    const came = new AbortController();
    const signal = AbortSignal.any([stopped.signal, came.signal]);
    const goOn = () => {
      came.abort();
      open();
    };
    for (const where of ['here', 'elsewhere']) signedIn.addEventListener(where, goOn, { signal });
  };
  const open = () => {
    const stream = new EventSource(`/api/notifications/v1/live?watch=${nouns.join(',')}`);
    source = stream;
    stream.addEventListener('ready', () => {
      failures = 0;
      if (opened) onGap();
      opened = true;
    });
    // As notifications documents it.
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      onChange(JSON.parse(data) as Change),
    );
    stream.addEventListener('reload', onGap);
    stream.addEventListener('error', () => {
      stream.close();
      again();
    });
  };
  open();
  return () => {
    stopped.abort();
    clearTimeout(timer);
    source?.close();
  };
}
