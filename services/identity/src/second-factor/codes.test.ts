import { generateSync, generateSecret } from 'otplib';
import { describe, expect, it } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes, stepOfCode } from './codes.ts';

const now = Temporal.Instant.from('2026-11-02T08:00:10Z');
const step = Math.floor(now.epochMilliseconds / 30_000);
const secret = generateSecret();
const codeOf = (steps: number) => generateSync({ secret, epoch: now.epochMilliseconds / 1_000 + 30 * steps });

describe('a code of an authenticator', () => {
  it.each([-1, 0, 1])('is taken in its step and in those beside it: %i', (steps) => {
    expect(stepOfCode(secret, codeOf(steps), now, 0)).toBe(step + steps);
  });

  it.each([-2, 2])('is refused further away: %i', (steps) => {
    expect(stepOfCode(secret, codeOf(steps), now, 0)).toBeUndefined();
  });

  it('is refused in the step of the last one that was taken, and before', () => {
    expect(stepOfCode(secret, codeOf(0), now, step)).toBeUndefined();
    expect(stepOfCode(secret, codeOf(-1), now, step)).toBeUndefined();
    expect(stepOfCode(secret, codeOf(1), now, step)).toBe(step + 1);
  });

  it('is as RFC 6238 computes it', () => {
    // Appendix B, SHA-1, last six digits: 94287082 at 59 s
    const secretOfRfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(stepOfCode(secretOfRfc, '287082', Temporal.Instant.fromEpochMilliseconds(59_000), 0)).toBe(1);
  });
});

describe('recovery codes', () => {
  it('are ten different ones, found again however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
    const [first = ''] = codes;
    expect(hashRecoveryCode(first.toUpperCase().replaceAll('-', ' '))).toBe(hashRecoveryCode(first));
  });
});
