import { expect, it } from 'vitest';
import { returnPathOf } from './return-path.ts';

it.each([
  ['/', '/'],
  ['/orders?state=draft#first', '/orders?state=draft#first'],
  ['/a/../orders', '/orders'],
  ['/订单', '/%E8%AE%A2%E5%8D%95'],
])('leads to %s', (wanted, path) => {
  expect(returnPathOf(wanted)).toBe(path);
});

it.each([
  undefined,
  '',
  'orders',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a\\b',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  `/${'a'.repeat(500)}`,
])('leads to the start page for %j', (wanted) => {
  expect(returnPathOf(wanted)).toBe('/');
});
