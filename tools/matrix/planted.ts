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

/** Gives a member of staff a passkey: to register one takes a device. Nobody can sign in with it. */
export async function addPasskey(
  { admin }: Pick<World, 'admin'>,
  agencyId: string,
  userId: string,
): Promise<void> {
  await admin.query(
    `insert into identity.passkeys (agency_id, id, user_id, credential_id, public_key, counter, transports, name, synced, created_at)
     values ($1, $2, $3, $4, '', 0, '{}', 'matrix', false, now())`,
    [agencyId, randomUUID(), userId, randomUUID()],
  );
}

/** An identity provider of the agency, which nobody must use: a real one would have to answer. */
export async function addIdentityProvider({ admin }: Pick<World, 'admin'>, agencyId: string): Promise<void> {
  await admin.query(
    `insert into identity.identity_providers (agency_id, id, issuer, client_id, client_secret, email_domains, user_name_claim, required, version, changed_at)
     values ($1, $2, 'https://nowhere.matrix.example', 'matrix', 'sealed by nobody', '{matrix.example}', 'sub', false, 1, now())`,
    [agencyId, randomUUID()],
  );
}
