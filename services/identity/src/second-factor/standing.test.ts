import { expect, it } from 'vitest';
import { nextStep } from './standing.ts';

const nothing = { totp_since: null, recovery_codes: 0, passkeys: 0, required: false };
const since = '2026-11-02T08:00:00Z';

it.each([
  ['nobody without one', nothing, undefined],
  ['nobody with a passkey alone', { ...nothing, passkeys: 1 }, undefined],
  [
    'who has an authenticator',
    { ...nothing, totp_since: since },
    { purpose: 'second-factor', methods: ['totp'] },
  ],
  [
    'who has everything',
    { totp_since: since, recovery_codes: 3, passkeys: 1, required: true },
    { purpose: 'second-factor', methods: ['totp', 'recovery-code', 'passkey'] },
  ],
  [
    'a role with a passkey',
    { ...nothing, passkeys: 1, required: true },
    { purpose: 'second-factor', methods: ['passkey'] },
  ],
  [
    'a role without anything yet',
    { ...nothing, required: true },
    { purpose: 'enrolment', methods: ['totp'] },
  ],
] as const)('a second factor is asked of %s', (_what, standing, expected) => {
  expect(nextStep(standing)).toEqual(expected);
});
