import { describe, expect, it } from 'vitest';
import { isInside, refuseInside } from './outside-addresses.ts';

describe('the address of a provider', () => {
  it.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://169.254.169.254/',
    'https://192.168.0.1/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'http://203.0.113.1/',
    'http://127.0.0.1/',
    'ftp://203.0.113.1/',
  ])('is not %s', async (url) => {
    await expect(refuseInside(new URL(url), false)).rejects.toMatchObject({ name: 'AddressRefused' });
  });

  it('is an address outside, by https', async () => {
    await expect(refuseInside(new URL('https://203.0.113.1/'), false)).resolves.toBeUndefined();
    await expect(refuseInside(new URL('https://[2001:db8::1]/'), false)).resolves.toBeUndefined();
  });

  it("is loopback on one's own machine, also by http, and nothing else by http", async () => {
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000'])
      await expect(refuseInside(new URL(`http://${host}/`), true)).resolves.toBeUndefined();
    for (const host of ['127.0.0.2', '10.0.0.1', 'evil.example', 'localhost.evil.example'])
      await expect(refuseInside(new URL(`http://${host}/`), true)).rejects.toThrow('not https');
  });

  it.each([
    ['172.31.255.255', 4, true],
    ['172.32.0.0', 4, false],
    ['100.64.0.1', 4, true],
    ['64:ff9b::a00:1', 6, true],
    ['2606:4700::1', 6, false],
  ])('%s is inside or not', (address, family, expected) => {
    expect(isInside(address, family)).toBe(expected);
  });
});
