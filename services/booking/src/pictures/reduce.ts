import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Log } from '@yitu/messaging';
import type { PictureFile } from './formats/picture-file.ts';

/** A picture in a smaller size, WebP. */
export interface SmallPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Smaller sizes of a picture; none where it is small itself, or where it cannot be decoded: it is shown as it is then. */
export type Reduce = (picture: PictureFile) => Promise<readonly SmallPicture[]>;

type Answer = { readonly sizes: readonly SmallPicture[] } | { readonly failure: string };

/** What phones and lists show; larger ones are for those who look closely. Pixels. */
const widths = [320, 960];

/** How many processes at once: each takes up to 200 MB for a moment. */
const mostAtOnce = 2;
/** A picture that takes longer has something else in mind. */
const longestMs = 15_000;

/** @param log told of pictures that could not be reduced */
export function openReducer(log: Pick<Log, 'warn'>): Reduce {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (picture) => {
    const smaller = widths.filter((width) => width < picture.width);
    if (smaller.length === 0) return [];
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await reduceApart(picture, smaller);
    } catch (error) {
      log.warn({ err: error }, 'a picture has no smaller sizes');
      return [];
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

function reduceApart(
  { bytes: file }: PictureFile,
  smaller: readonly number[],
): Promise<readonly SmallPicture[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly SmallPicture[]>();
  // Neither the options nor the secrets of the service.
  const worker = fork(fileURLToPath(new URL('./reduce-worker.ts', import.meta.url)), [], {
    ...{ execArgv: [], env: {}, serialization: 'advanced', timeout: longestMs, killSignal: 'SIGKILL' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  worker.on('message', (answer: Answer) => {
    if ('failure' in answer) reject(new Error(answer.failure));
    else resolve(answer.sizes.map((one) => ({ ...one, bytes: Buffer.from(one.bytes) })));
  });
  worker.on('error', reject);
  worker.on('exit', (code, signal) => {
    if (code !== 0) reject(new Error(`reducing ended with ${signal ?? code}`));
  });
  // Its answer may still be under way when it has ended, but never after this.
  worker.on('disconnect', () => reject(new Error('reducing ended without an answer')));
  worker.send({ file, widths: smaller }, (error) => error && reject(error));
  return promise;
}
