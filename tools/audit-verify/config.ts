import { readLiveRun } from '../up/run-state.ts';
import { placesIn, ROOT } from '../up/places.ts';
import { join } from 'node:path';

/** Where the chains, their checkpoints and the keys of these are. */
export interface Evidence {
  readonly databaseUrl: string;
  readonly checkpointsDir: string;
  readonly keysFile: string;
}

/** What the environment names, else what `npm start` has on this machine; undefined when there is neither. */
export function evidence(): Evidence | undefined {
  const places = placesIn(join(ROOT, '.yitu'));
  const { DATABASE_URL, AUDIT_CHECKPOINTS_DIR, AUDIT_SIGNING_KEYS_FILE } = process.env;
  const databaseUrl = DATABASE_URL ?? readLiveRun(places.run)?.databaseUrl;
  return databaseUrl
    ? {
        databaseUrl,
        checkpointsDir: AUDIT_CHECKPOINTS_DIR ?? places.auditCheckpoints,
        keysFile: AUDIT_SIGNING_KEYS_FILE ?? places.auditSigningKeys,
      }
    : undefined;
}
