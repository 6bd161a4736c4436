import { requirePermission, type Member, type Permission, type Reach } from '@yitu/access';
import type { Call } from './call.ts';
import type { Database } from './database.ts';
import { earlierAnswer } from './earlier-answer.ts';
import { requestErrors } from './errors.ts';
import { firstAnswer } from './idempotency.ts';
import { scopeVariables } from './scope.ts';
import { ConcurrentReception, databaseFault } from './faults.ts';
import { Transaction, type TransactionMode } from './transaction.ts';
import { UnitOfWork, type News } from './unit-of-work.ts';

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
 * @param failure of the request: a change that has failed has looked for an answer already
 */
export async function answeredBefore(
  call: Call,
  failure: unknown,
): Promise<{ response: unknown } | undefined> {
  const { principal } = call;
  if (!('agencyId' in principal) || (failure instanceof Error && lookedUp.has(failure))) return undefined;
  return answerTo(call, principal);
}

/** Failures after which an earlier answer was looked for: there was none, or the database could not say. */
const lookedUp = new WeakSet<Error>();

async function answerTo(call: Call, member: Member): Promise<{ response: unknown } | undefined> {
  const { idempotency } = call;
  if (!idempotency) return undefined;
  const scope = { member, reach: 'own', action: 'idempotency' } as const;
  return ask(call, scope, (uow) => firstAnswer(uow, call.database.service, member, idempotency));
}

interface Scope {
  readonly member: Member;
  readonly reach: Reach;
  readonly action: string;
}

/** A read-only transaction within one agency and reach. Whoever calls has checked that the caller may look so far. */
export async function ask<Result>(
  call: Call,
  { member, reach, action }: Scope,
  work: (uow: UnitOfWork) => Promise<Result>,
  oneState = false,
): Promise<Result> {
  const { database } = call;
  try {
    const transaction = await begin(database, member, reach, oneState ? 'reads-one-state' : 'reads');
    try {
      return await work(new UnitOfWork(transaction, member, call, action));
    } finally {
      // There is nothing in it to be kept or lost: nobody waits for its end.
      void transaction.rollback();
    }
  } catch (error) {
    const fault = databaseFault(error, database.constraints);
    throw fault.again ? requestErrors.busy({ cause: error }) : fault.error;
  }
}

/**
 * A change that an event, a timer or the service itself causes: the service acts within one agency, on its own account.
 * @param action what the audit record says was done
 */
export async function perform<Result>(
  call: Call,
  scope: Scope,
  work: (uow: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  try {
    return await performOnce(call, scope, work);
  } catch (failure) {
    if (!call.idempotency) throw failure;
    try {
      // The answer is its member's, who need not be whoever stands at the door: the holder of a link, the service itself.
      const answer = await earlierAnswer(() => answerTo(call, scope.member), failure);
      return answer as Result; // it is the stored JSON of a Result
    } catch (told) {
      if (told instanceof Error) lookedUp.add(told);
      throw told;
    }
  }
}

const performOnce = <Result>(
  call: Call,
  { member, reach, action }: Scope,
  work: (uow: UnitOfWork) => Promise<Result>,
): Promise<Result> =>
  inTransaction(call.database, { member, reach }, async (transaction, attempt) => {
    const { database, idempotency } = call;
    // Nearly every key is new: it is looked up only when it has been in the way, as its row is unique.
    const earlier =
      idempotency && attempt > 1
        ? await firstAnswer(transaction, database.service, member, idempotency)
        : undefined;
    if (earlier) return { result: earlier.response as Result, undone: true }; // it is the stored JSON of a Result
    const uow = new UnitOfWork(transaction, member, call, action);
    const result = await work(uow);
    return { result, ...(await uow.complete(result)) };
  });

/** What a transaction comes to: its result, what is to be made known, and whether nothing of it is to stay. */
interface Outcome<Result> extends Partial<News> {
  readonly result: Result;
  readonly undone?: boolean;
}

/** One transaction, run again when the database asks for it. @throws what `work` throws; what the database refuses, by its name */
export async function inTransaction<Result>(
  database: Database,
  scope: Omit<Scope, 'action'>,
  work: (transaction: Transaction, attempt: number) => Promise<Outcome<Result>>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(database, scope, (transaction) => work(transaction, attempt));
    } catch (error) {
      const fault = databaseFault(error, database.constraints);
      if (!fault.again) throw fault.error;
      if (attempt < 5) continue;
      throw error instanceof ConcurrentReception
        ? requestErrors.receivedOtherwise({ cause: error })
        : requestErrors.busy({ cause: error });
    }
  }
}

async function attemptOnce<Result>(
  database: Database,
  { member, reach }: Omit<Scope, 'action'>,
  work: (transaction: Transaction) => Promise<Outcome<Result>>,
): Promise<Result> {
  const transaction = await begin(database, member, reach, 'writes');
  try {
    const { result, published = false, hints = [], undone = false } = await work(transaction);
    await (undone ? transaction.rollback() : transaction.commit());
    if (published) database.onPublished();
    if (hints.length > 0) database.onHints(hints);
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

function begin(
  { pool }: Database,
  member: Member,
  reach: Reach,
  mode: TransactionMode,
): Promise<Transaction> {
  return Transaction.begin(pool, mode, scopeVariables(member, reach));
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
