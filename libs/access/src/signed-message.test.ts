import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned, signMessage } from './signed-message.ts';

const secret = 'a secret of some length';
const message = { id: 'msg-1', sentAt: 1_800_000_000, body: '{"amount":"1"}' };

describe('a signed message', () => {
  it('is signed as Standard Webhooks says', () => {
    const mac = createHmac('sha256', secret).update('msg-1.1800000000.{"amount":"1"}').digest('base64');
    expect(signMessage(message, secret)).toBe(`v1,${mac}`);
  });

  it('is known by any of its signatures', () => {
    const signature = signMessage(message, secret);
    expect(isSigned(message, signature, secret)).toBe(true);
    expect(isSigned(message, `v1,AAAA v2,BBBB ${signature}`, secret)).toBe(true);
  });

  it.each([
    ['its id', { ...message, id: 'msg-2' }],
    ['its time', { ...message, sentAt: message.sentAt + 1 }],
    ['its body', { ...message, body: '{"amount":"2"}' }],
  ])('is refused when %s was changed', (_what, changed) => {
    expect(isSigned(changed, signMessage(message, secret), secret)).toBe(false);
  });

  it('is refused with another secret, version or no signature', () => {
    const signature = signMessage(message, secret);
    expect(isSigned(message, signature, 'another secret')).toBe(false);
    expect(isSigned(message, signature.replace('v1', 'v2'), secret)).toBe(false);
    expect(isSigned(message, '', secret)).toBe(false);
  });
});
