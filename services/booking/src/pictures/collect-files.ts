import { Alarm, type Log } from '@yitu/messaging';
import { perform, type Database } from '@yitu/persistence';
import type { Clock } from '@yitu/kernel';
import { keepFile } from './change-pictures.ts';
import type { PictureFiles, StoredFile } from './picture-files.ts';

const everyMs = 3_600_000;

/** A file may be there before its row is, for as long as an upload takes; it is looked at when it is older than that. */
const oldSeconds = 3_600;

interface Ground {
  readonly database: Database;
  readonly clock: Clock;
}

/** Removes files that no picture needs: of pictures that were removed, of uploads that came to nothing. Any replica may, and several at once. */
export function startCollecting(
  { database, clock, log }: Ground & { log: Log },
  files: PictureFiles,
): { stop(): Promise<void> } {
  const alarm = new Alarm();
  const work = async () => {
    while (!alarm.stopped) {
      await collectFiles({ database, clock }, files, oldSeconds).catch((error: unknown) =>
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
export async function collectFiles(ground: Ground, files: PictureFiles, seconds: number): Promise<number> {
  let removed = 0;
  for (const file of await files.olderThan(seconds)) if (await removeUnneeded(ground, file)) removed += 1;
  return removed;
}

function removeUnneeded(ground: Ground, file: StoredFile): Promise<boolean> {
  const { agencyId, name } = file;
  const member = { kind: 'service', agencyId, service: 'booking' } as const;
  const scope = { member, reach: 'agency', action: 'booking.picture.collect' } as const;
  return perform({ ...ground, principal: member }, scope, async (uow) => {
    await uow.rows(keepFile, [agencyId, name]);
    const rows = await uow.rows(
      'select from booking.pictures where agency_id = ? and (hash = ? or sizes @> ?::jsonb) limit 1',
      [agencyId, name, JSON.stringify([{ hash: name }])],
    );
    if (rows.length === 0) await file.remove();
    return rows.length === 0;
  });
}
