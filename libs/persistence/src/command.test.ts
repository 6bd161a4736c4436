import type { Person } from '@yitu/access';
import { fixedClock, newId } from '@yitu/kernel';
import { describe, expect, it } from 'vitest';
import { answeredBefore, command, type Call, type Database } from './index.ts';

const branchId = newId();
const principal: Person = {
  ...{ kind: 'person', agencyId: newId(), userId: newId(), sessionId: newId(), branchId },
  ...{ branchIds: [branchId], grants: [{ permission: 'notes.note.*', reach: 'agency' }], denials: [] },
};

/** A call to a database that is not there, and how often it was looked for. */
function callToNobody() {
  const looked = { for: 0 };
  const connect = () => {
    looked.for++;
    return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  };
  // Nothing else of a database is asked for before there is a connection.
  const database = { service: 'notes', constraints: {}, pool: { connect } } as unknown as Database;
  const idempotency = { key: 'once', requestHash: 'hash' };
  const call: Call = { database, clock: fixedClock('2026-05-01T04:00:00Z'), principal, idempotency };
  return { call, looked };
}

describe('a command whose database is away', () => {
  it('looks for it and for an earlier answer once, as each may take seconds; nobody looks again after it', async () => {
    const { call, looked } = callToNobody();
    const write = command({ permission: 'notes.note.write' }, () => Promise.resolve({}));
    const failure: unknown = await write(call, {}).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'request/busy' });
    expect(await answeredBefore(call, failure)).toBeUndefined();
    expect(looked.for).toBe(2);
  });
});
