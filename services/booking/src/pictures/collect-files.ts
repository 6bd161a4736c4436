import { Alarm, type Log } from '@yitu/messaging';
import type { Foundation } from '@yitu/runtime';
import { keepFile } from './change-pictures.ts';
import type { PictureFiles, StoredFile } from './picture-files.ts';

const everyMs = 3_600_000;

/** A file may be there before its row is, for as long as an upload takes; it is looked at when it is older than that. */
const oldSeconds = 3_600;

/** Removes files that no picture needs: of pictures that were removed, of uploads that came to nothing. Any replica may, and several at once. */
export function startCollecting(
  { workers, log }: { workers: Foundation['workers']; log: Log },
  files: PictureFiles,
): { stop(): Promise<void> } {
  const alarm = new Alarm();
  const work = async () => {
    while (!alarm.stopped) {
      await collectFiles(workers, files, oldSeconds).catch((error: unknown) =>
        log.warn({ err: error }, 'files of pictures could not be collected'),
      );
      await alarm.wait(everyMs);
    }
  };
  const running = work();
  return {
    stop: async () => {
      alarm.stop();
      await running;
    },
  };
}

/** @returns how many files it removed */
export async function collectFiles(
  workers: Foundation['workers'],
  files: PictureFiles,
  seconds: number,
): Promise<number> {
  let removed = 0;
  for (const file of await files.olderThan(seconds)) if (await removeUnneeded(workers, file)) removed += 1;
  return removed;
}

async function removeUnneeded(workers: Foundation['workers'], file: StoredFile): Promise<boolean> {
  const client = await workers.connect();
  try {
    await client.query('begin');
    await client.query(keepFile.replace('?', '$1').replace('?', '$2'), [file.agencyId, file.name]);
    const { rows } = await client.query(
      'select from booking.pictures where agency_id = $1::uuid and hash = $2 limit 1',
      [file.agencyId, file.name],
    );
    if (rows.length === 0) await file.remove();
    return rows.length === 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
