import { expect, it } from 'vitest';
import { decideRefresh, type Shown } from './decide-refresh.ts';

const fresh: Shown = {
  sessionEnded: false,
  expired: false,
  used: false,
  secondFactorMissing: false,
  unusedAtFirst: true,
  deviceProven: false,
  successorUnused: false,
};
const again: Shown = { ...fresh, used: true, deviceProven: true, successorUnused: true };

it.each([
  ['works once', fresh, 'rotate'],
  ['of a session that has ended is refused', { ...fresh, sessionEnded: true }, 'refuse'],
  ['that has expired ends the session', { ...fresh, expired: true }, 'end-expired'],
  [
    'of a session without the second factor that is required by now ends it',
    { ...fresh, secondFactorMissing: true },
    'end-revoked',
  ],
  ['that comes twice at the same moment from its own device is one request', again, 'deliver-again'],
  [
    'that comes back after it was used is stolen, also from its device',
    { ...again, unusedAtFirst: false },
    'end-reused',
  ],
  [
    'that comes twice at the same moment without the device is stolen',
    { ...again, deviceProven: false },
    'end-reused',
  ],
  ['whose successor was used already is stolen', { ...again, successorUnused: false }, 'end-reused'],
  [
    'that is stolen is so after its time too',
    { ...again, unusedAtFirst: false, expired: true },
    'end-reused',
  ],
] as const)('a refresh token %s', (_what, shown, expected) => {
  expect(decideRefresh(shown)).toBe(expected);
});
