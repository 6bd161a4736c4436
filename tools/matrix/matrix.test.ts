import { startWorldOn } from '@yitu/testkit/without-vitest';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { playLinks } from './links.ts';
import { protectionOf, resultLine, runMatrix, type Matrix } from './matrix.ts';
import { declaredOperations, type Operation } from './operations.ts';
import { play, type Finding } from './play.ts';
import { setTheScene, type Setting } from './setting.ts';

let setting: Setting;
let matrix: Matrix;
let operations: Operation[];
beforeAll(async () => {
  const template = { postgresUrl: inject('postgresUrl'), secrets: inject('secrets') };
  setting = await setTheScene((options) => startWorldOn(template, options));
  matrix = await runMatrix(setting);
  operations = await declaredOperations();
}, 300_000);
afterAll(() => setting.close());

const told = (findings: readonly Finding[]) => findings.map(({ text }) => text);
const named = (...names: string[]) => operations.filter(({ name }) => names.includes(name));

describe('every operation, as every role, about its own branch, another one and another agency', () => {
  it('lets nobody further than their role goes, and keeps nobody from what it permits', () => {
    expect(told(matrix.outcome.findings)).toEqual([]);
    expect(matrix.outcome.operations).toBe(operations.length);
    // Each operation is asked by each role about three places at least, but for those that name nothing or need no role.
    expect(matrix.outcome.cases).toBeGreaterThan(operations.length * 15 * 2);
    console.log(resultLine(matrix));
  });
});

describe('every operation that is reached by a link', () => {
  it('opens nothing to genuine links of another agency, to another object or to another page', async () => {
    const { asked, opened, closed } = await playLinks(setting, operations);
    expect({ opened, closed }).toEqual({ opened: [], closed: [] });
    expect(asked).toBeGreaterThan(operations.filter(({ access }) => access === 'link').length * 7);
  });
});

describe('every table of every schema', () => {
  it('shows and takes nothing without the tenant its rows have', () => {
    expect(matrix.protection.findings).toEqual([]);
    expect(matrix.protection.tables).toBeGreaterThan(200);
  });
});

describe('the matrix', () => {
  it('finds a policy that lets everybody see everything', async () => {
    const { admin } = setting.world;
    await admin.query('create policy hole on booking.orders to yitu_booking using (true)');
    try {
      const { findings } = await play(setting, named('GET /v1/orders/:orderId', 'GET /v1/orders'));
      expect(told(findings)).toContainEqual(
        expect.stringMatching(
          /^leak: booking GET \/v1\/orders\/:orderId by sales about other: expected hidden, came 200/,
        ),
      );
      expect((await protectionOf(setting)).findings).toContainEqual(
        expect.stringContaining('booking.orders with no tenant set'),
      );
    } finally {
      await admin.query('drop policy hole on booking.orders');
    }
  });

  it('finds a table whose row security is off', async () => {
    const { admin } = setting.world;
    await admin.query('alter table crm.customers disable row level security');
    try {
      const { findings, unprotected } = await protectionOf(setting);
      expect([unprotected, findings.every((finding) => finding.startsWith('crm.customers '))]).toEqual([
        1,
        true,
      ]);
      const { findings: leaks } = await play(setting, named('GET /v1/customers/:customerId'));
      expect(new Set(leaks.map(({ verdict }) => verdict))).toEqual(new Set(['leak']));
    } finally {
      await admin.query('alter table crm.customers enable row level security');
    }
  });

  it('finds an operation that asks for less than it says', async () => {
    const [operation] = named('GET /v1/accounts');
    if (!operation) throw new Error('finance lists its accounts');
    const { findings } = await play(setting, [{ ...operation, access: 'finance.account.close' }]);
    expect(told(findings)).toContainEqual(
      expect.stringMatching(
        /^leak: finance GET \/v1\/accounts by auditor about own: expected forbidden, came 200/,
      ),
    );
  });

  it('finds a role that goes further than it says', async () => {
    const callers = setting.callers.map((caller) => {
      const grants = caller.person.grants.map((grant) => ({ ...grant, reach: 'branch' as const }));
      return caller.role === 'finance' ? { ...caller, person: { ...caller.person, grants } } : caller;
    });
    const { findings } = await play({ ...setting, callers }, named('GET /v1/invoices/:invoiceId'));
    expect(told(findings)).toEqual([
      expect.stringMatching(
        /^leak: finance GET \/v1\/invoices\/:invoiceId by finance about other: expected hidden/,
      ),
    ]);
  });

  it('says what to do about an operation it cannot call', async () => {
    const [operation] = named('GET /v1/invoices/:invoiceId');
    if (operation?.kind !== 'http') throw new Error('finance shows its invoices');
    const renamed = { ...operation, route: { ...operation.route, path: '/v1/invoices/:slip' } };
    await expect(play(setting, [renamed])).rejects.toThrow(
      'operation finance GET /v1/invoices/:invoiceId needs an example (:slip of the path): add it in tools/matrix/examples/finance.ts',
    );
  });
});
