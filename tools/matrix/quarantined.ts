import { randomUUID } from 'node:crypto';
import type { World } from '@yitu/testkit/without-vitest';
import { servicesWithSchema } from '../migrate/migrate.ts';

/** Sets a message aside in every service: the story leaves nothing in quarantine. It is beyond repair, so replaying it changes nothing. */
export async function addQuarantined({ admin }: Pick<World, 'admin'>, agencyId: string): Promise<void> {
  for (const service of servicesWithSchema)
    await admin.query(
      `insert into ${service}.quarantine (agency_id, id, subject, message, error, deliveries, quarantined_at)
       values ($1, $2, 'evt.matrix', 'no event', 'it is none', 1, now())`,
      [agencyId, randomUUID()],
    );
}
