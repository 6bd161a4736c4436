import { expect, it } from 'vitest';
import { keyOf, networkOf } from './attempts.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::1%eth0', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
  [undefined, ''],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('keeps what is counted apart, however it is cut', () => {
  expect(keyOf('device', 'a', 'bc')).not.toBe(keyOf('device', 'ab', 'c'));
  expect(keyOf('device', 'x'.repeat(10_000))).toHaveLength('device:'.length + 43);
});
