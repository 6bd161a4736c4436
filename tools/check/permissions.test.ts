import { expect, it } from 'vitest';
import { findUndeclaredRpcs } from './permissions.ts';

it('accepts an rpc with a permission and one with callers', () => {
  const rpcs = [
    { path: '/yitu.booking.v1.OrderService/GetOrder', permission: 'booking.order.read', callers: [] },
    { path: '/yitu.identity.v1.AccessService/DescribeAccess', callers: ['crm'] },
  ];
  expect(findUndeclaredRpcs(rpcs)).toEqual([]);
});

it('names an rpc that declares nothing', () => {
  expect(findUndeclaredRpcs([{ path: '/yitu.crm.v1.CustomerService/GetCustomer', callers: [] }])).toEqual([
    '/yitu.crm.v1.CustomerService/GetCustomer: declares neither (yitu.common.v1.permission) nor (yitu.common.v1.callers)',
  ]);
});
