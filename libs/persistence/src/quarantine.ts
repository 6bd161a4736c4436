import { randomUUID } from 'node:crypto';
import type { Call } from './call.ts';
import { command, perform, query } from './command.ts';
import { requestErrors } from './errors.ts';

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

/** The questions and commands a service's quarantine answers; permissions are `<service>.quarantine.read` and `.replay`. */
export function quarantined(service: string) {
  const list = query({ permission: `${service}.quarantine.read` }, (uow, _input: object) =>
    uow.rows<QuarantinedMessage>(
      `select ${columns} from "${service}".quarantine where agency_id = ? order by quarantined_at desc limit 200`,
      [uow.agencyId],
    ),
  );
  /** Notes the replay, with the mended text if there is one, and gives back what is to be processed again. */
  const release = command(
    { permission: `${service}.quarantine.replay` },
    async (uow, { id, message }: { id: string; message?: string | undefined }) => {
      const [row] = await uow.rows<QuarantinedMessage>(
        `update "${service}".quarantine set replayed_at = ?, message = coalesce(?, message) where agency_id = ? and id = ? returning ${columns}`,
        [uow.now.toString(), message ?? null, uow.agencyId, id],
      );
      if (!row) throw requestErrors.notFound();
      uow.audit({
        objectType: 'QuarantinedMessage',
        objectId: id,
        change: 'update',
        after: { replayed: true, mended: message !== undefined },
      });
      return row;
    },
  );
  return { list, release };
}
