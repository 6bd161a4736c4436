import { actorOf, type Member } from '@yitu/access';
import type { Idempotency } from './call.ts';
import { requestErrors } from './errors.ts';
import type { Transaction } from './transaction.ts';

/**
 * The answer given to the first request with this key, if there was one.
 * @throws request/idempotency-key-reused when the key came with another request
 */
export async function firstAnswer(
  transaction: Pick<Transaction, 'rows'>,
  service: string,
  member: Member,
  { key, requestHash }: Idempotency,
): Promise<{ response: unknown } | undefined> {
  const [row] = await transaction.rows<{ request_hash: string; response: unknown }>(
    `select request_hash, response from "${service}".idempotency_keys where agency_id = ? and actor = ? and key = ?`,
    [member.agencyId, actorOf(member), key],
  );
  if (!row) return undefined;
  if (row.request_hash !== requestHash) throw requestErrors.idempotencyKeyReused();
  return { response: row.response };
}
