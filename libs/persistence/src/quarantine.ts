import { randomUUID } from 'node:crypto';
import { reachOf, type Permission } from '@yitu/access';
import type { Call } from './call.ts';
import { command, perform, query } from './command.ts';
import { requestErrors } from './errors.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** A message that could not be processed, kept where a person sees it. */
export interface QuarantinedMessage {
  readonly id: string;
  readonly subject: string;
  readonly message: string;
  readonly error: string;
  readonly deliveries: number;
  readonly quarantinedAt: string;
  readonly replayedAt: string | null;
}

/** Puts a message that keeps failing aside. @param agencyId of the message's subject */
export async function quarantineMessage(
  call: Omit<Call, 'principal'>,
  agencyId: string,
  {
    subject,
    message,
    error,
    deliveries,
  }: Pick<QuarantinedMessage, 'subject' | 'message' | 'error' | 'deliveries'>,
): Promise<void> {
  const { service } = call.database;
  const member = { kind: 'service', service, agencyId } as const;
  await perform(
    { ...call, principal: member },
    { member, reach: 'agency', action: 'quarantine' },
    async (uow) => {
      await uow.rows(
        `insert into "${service}".quarantine (agency_id, id, subject, message, error, deliveries, quarantined_at) values (?, ?, ?, ?, ?, ?, ?)`,
        [agencyId, randomUUID(), subject, message, error, deliveries, uow.now.toString()],
      );
    },
  );
}

const columns = `id, subject, message, error, deliveries, quarantined_at::text as "quarantinedAt", replayed_at::text as "replayedAt"`;

/**
 * The questions and commands a service's quarantine answers; permissions are `<service>.quarantine.read` and `.replay`, both for the agency as a
 * whole: a message belongs to no branch.
 */
export function quarantined(service: string) {
  const list = query({ permission: `${service}.quarantine.read` }, (uow, _input: object) => {
    requireAgencyReach(uow, `${service}.quarantine.read`);
    return uow.rows<QuarantinedMessage>(
      `select ${columns} from "${service}".quarantine where agency_id = ? order by quarantined_at desc limit 200`,
      [uow.agencyId],
    );
  });
  const get = query({ permission: `${service}.quarantine.replay` }, async (uow, id: string) => {
    requireAgencyReach(uow, `${service}.quarantine.replay`);
    const [row] = await uow.rows<QuarantinedMessage>(
      `select ${columns} from "${service}".quarantine where agency_id = ? and id = ?`,
      [uow.agencyId, id],
    );
    if (!row) throw requestErrors.notFound();
    return row;
  });
  /** Notes that a message was processed after all, with the data it was mended to; what came stays as it came. */
  const note = command(
    { permission: `${service}.quarantine.replay` },
    async (uow, { id, mended }: { id: string; mended?: unknown }) => {
      await uow.rows(
        `update "${service}".quarantine set replayed_at = ?, mended_data = ?::jsonb where agency_id = ? and id = ?`,
        [uow.now.toString(), mended === undefined ? null : JSON.stringify(mended), uow.agencyId, id],
      );
      const after = { replayed: true, mended: mended !== undefined };
      uow.audit({ objectType: 'QuarantinedMessage', objectId: id, change: 'update', after });
      return {};
    },
  );
  return { list, get, note };
}

function requireAgencyReach({ member }: UnitOfWork, permission: Permission): void {
  if (reachOf(member, permission) !== 'agency') throw requestErrors.outOfReach();
}
