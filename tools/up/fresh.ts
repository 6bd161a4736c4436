import { rmSync } from 'node:fs';
import { endProcessesIn, removePostgres } from '@yitu/testkit/servers';
import type { Config } from './config.ts';
import { UsageError } from './options.ts';
import type { Places } from './places.ts';

/** @throws UsageError when data that is not ours would have to be deleted for a fresh start */
export function refuseFreshOnForeignData({ databaseUrl, natsUrl }: Config): void {
  const named = [databaseUrl && 'DATABASE_URL', natsUrl && 'NATS_URL'].filter(Boolean).join(' and ');
  if (named !== '')
    throw new UsageError(
      `--fresh deletes only what is in .yitu, never the data of ${named}: empty that by hand, or unset it`,
    );
}

/** Deletes the data of earlier runs, and what belongs to it; keeps the runtime and the logs. */
export async function removeData(places: Places): Promise<void> {
  await removePostgres(places.postgres);
  await endProcessesIn(places.nats, 'nats-server', 'SIGTERM');
  for (const path of [
    places.nats,
    places.mail,
    places.demo,
    places.clock,
    places.secrets,
    places.signingKeys,
    places.auditSigningKeys,
    places.auditCheckpoints,
    places.pictures,
    places.vaultRootKeys,
  ])
    rmSync(path, { recursive: true, force: true });
}
