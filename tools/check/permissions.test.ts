import { expect, it } from 'vitest';
import {
  checkPermissions,
  findMisnamed,
  findUndeclaredOperations,
  findUndeclaredRpcs,
} from './permissions.ts';

it('accepts an rpc with a permission, with callers, and one that checks a credential itself', () => {
  const rpcs = [
    { path: '/yitu.booking.v1.OrdersService/GetOrder', permission: 'booking.order.read', callers: [] },
    { path: '/yitu.identity.v1.AccessService/DescribeAccess', callers: ['crm'] },
    { path: '/yitu.identity.v1.AccessService/IssueServiceToken', callers: [], ownCredential: true as const },
  ];
  expect(findUndeclaredRpcs(rpcs)).toEqual([]);
});

it('names an rpc that declares nothing', () => {
  expect(findUndeclaredRpcs([{ path: '/yitu.crm.v1.CustomersService/GetCustomer', callers: [] }])).toEqual([
    expect.stringContaining('/yitu.crm.v1.CustomersService/GetCustomer: declares no permission'),
  ]);
});

it.each(['crm.customer.read', 'booking.payment-schedule.read', 'anyone', 'signed-in', 'operator', 'link'])(
  'accepts a route for %s',
  (access) => {
    expect(
      findUndeclaredOperations([{ service: 'crm', method: 'GET', path: '/v1/customers', access }]),
    ).toEqual([]);
  },
);

it.each(['', 'everybody', 'crm.customer', 'crm.*.read'])('names a route for "%s"', (access) => {
  expect(
    findUndeclaredOperations([{ service: 'crm', method: 'GET', path: '/v1/customers', access }]),
  ).toEqual([`crm: GET /v1/customers: declares "${access}" of who may use it`]);
});

it('names a route that declares nothing', () => {
  expect(findUndeclaredOperations([{ service: 'crm', method: 'GET', path: '/v1/customers' }])).toEqual([
    'crm: GET /v1/customers: declares nothing of who may use it',
  ]);
});

it('names a permission without a name, and a name without an operation', () => {
  const declared = ['crm.customer.read', 'crm.customer.merge', 'anyone', 'signed-in', undefined];
  const named = ['crm.customer.read', 'crm.customer.shred', 'identity.role.give-any'];
  expect(findMisnamed(declared, named, ['identity.role.give-any'])).toEqual([
    'crm.customer.merge: has no name in libs/access/src/permission-names.ts',
    'crm.customer.shred: is named in libs/access/src/permission-names.ts, but no operation declares it',
  ]);
});

it('finds every operation of every service and of the gateway declared and named', async () => {
  expect(await checkPermissions()).toMatchObject({ passed: true, output: '' });
});
