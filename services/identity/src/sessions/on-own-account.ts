import { perform, type Call, type UnitOfWork } from '@yitu/persistence';

/**
 * Runs `work` for an agency on identity's own account: where people sign in, nobody is anybody yet. Answers to such requests hold secrets, so
 * they are not kept for a repeated Idempotency-Key.
 * @param action what the audit record says was done
 */
export function onOwnAccount<Result>(
  call: Call,
  agencyId: string,
  action: string,
  work: (uow: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const { idempotency: _answersWithSecretsAreNotKept, ...once } = call;
  return perform(once, { member, reach: 'agency', action }, work);
}
