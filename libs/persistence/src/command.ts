import { requirePermission, type Member, type Permission, type Reach } from '@yitu/access';
import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Call } from './call.ts';
import type { Database } from './database.ts';
import { requestErrors } from './errors.ts';
import { firstAnswer } from './idempotency.ts';
import { scopeVariables } from './scope.ts';
import { databaseFault } from './faults.ts';
import { UnitOfWork } from './unit-of-work.ts';

interface Declaration {
  readonly permission: Permission;
}

/**
 * A change: checks the permission, then runs `work` in one transaction in which row security knows the caller's agency and reach, and with which
 * events, audit records and the answer to the idempotency key are stored. What `work` returns must be JSON: a repeated request gets it again.
 * It runs `work` again when the database asks for it (deadlock, serialisation), so `work` has no effect outside the transaction.
 * @throws access/unauthenticated, access/forbidden, request/idempotency-key-reused, and what `work` throws
 */
export const command =
  <Input, Result>({ permission }: Declaration, work: (uow: UnitOfWork, input: Input) => Promise<Result>) =>
  (call: Call, input: Input): Promise<Result> => {
    const { member, reach } = requirePermission(call.principal, permission);
    return perform(call, { member, reach, action: permission }, (uow) => work(uow, input));
  };

interface QueryDeclaration extends Declaration {
  /** Whether all its statements must see one and the same state: where an object and its parts are read one after the other. */
  readonly oneState?: boolean;
}

/** A question to the own database, with the caller's permission and reach, in a read-only transaction. */
export const query =
  <Input, Result>(
    { permission, oneState = false }: QueryDeclaration,
    work: (uow: UnitOfWork, input: Input) => Promise<Result>,
  ) =>
  async (call: Call, input: Input): Promise<Result> => {
    const { member, reach } = requirePermission(call.principal, permission);
    return ask(call, { member, reach, action: permission }, (uow) => work(uow, input), oneState);
  };

/**
 * The answer this caller's idempotency key got before, whatever became of the request since: two equal requests at once may fail each other on
 * anything they both change, and a question to another service may fail the second time.
 */
export async function answeredBefore(call: Call): Promise<{ response: unknown } | undefined> {
  const { idempotency, principal } = call;
  if (!idempotency || !('agencyId' in principal)) return undefined;
  const scope = { member: principal, reach: 'own', action: 'idempotency' } as const;
  return ask(call, scope, ({ em }) => firstAnswer(em, principal, idempotency));
}

interface Scope {
  readonly member: Member;
  readonly reach: Reach;
  readonly action: string;
}

async function ask<Result>(
  call: Call,
  { member, reach, action }: Scope,
  work: (uow: UnitOfWork) => Promise<Result>,
  oneState = false,
): Promise<Result> {
  try {
    const em = scoped(call.database, member, reach);
    return await em.transactional((inner) => work(new UnitOfWork(inner, member, call, action)), {
      readOnly: true,
      ...(oneState && { isolationLevel: IsolationLevel.REPEATABLE_READ }),
    });
  } catch (error) {
    const fault = databaseFault(error, call.database.constraints);
    throw fault.again ? requestErrors.busy({ cause: error }) : fault.error;
  }
}

/**
 * A change that an event, a timer or the service itself causes: the service acts within one agency, on its own account.
 * @param action what the audit record says was done
 */
export const perform = async <Result>(
  call: Call,
  { member, reach, action }: Scope,
  work: (uow: UnitOfWork) => Promise<Result>,
): Promise<Result> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(call, { member, reach, action }, work);
    } catch (error) {
      const fault = databaseFault(error, call.database.constraints);
      if (!fault.again) throw fault.error;
      if (attempt >= 5) throw requestErrors.busy({ cause: error });
    }
  }
};

async function attemptOnce<Result>(
  call: Call,
  { member, reach, action }: Scope,
  work: (uow: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  const { database, idempotency } = call;
  const published = { any: false };
  const result = await scoped(database, member, reach).transactional(async (em) => {
    const earlier = idempotency && (await firstAnswer(em, member, idempotency));
    if (earlier) return earlier.response as Result; // it is the stored JSON of a Result
    const uow = new UnitOfWork(em, member, call, action);
    const answer = await work(uow);
    published.any = await uow.complete(idempotency, answer);
    return answer;
  });
  if (published.any) database.onPublished();
  return result;
}

function scoped(database: Database, member: Member, reach: Reach): EntityManager {
  const em = database.em.fork();
  em.setSessionContext({ variables: scopeVariables(member, reach) });
  return em;
}

/** Records that a member of an agency asked for what they may not do; for operations where that alone is worth knowing. */
export async function recordRefusal(call: Call, permission: Permission): Promise<void> {
  const { idempotency: _nothingWasDone, ...refused } = call;
  const { principal } = refused;
  if (!('agencyId' in principal)) return;
  const scope = { member: principal, reach: 'own', action: permission } as const;
  await perform(refused, scope, (uow) => {
    uow.audit({ objectType: 'Permission', objectId: permission, change: 'refused' });
    return Promise.resolve();
  });
}
