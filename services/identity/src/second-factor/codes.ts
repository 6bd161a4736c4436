import { createHash, randomBytes } from 'node:crypto';
import { verifySync } from 'otplib';

const stepSeconds = 30;

/**
 * The time step (RFC 6238) a code of an authenticator belongs to, one step of difference between the clocks allowed.
 * @param lastStep the step of the last code that was accepted: a code of it or of an earlier one is refused
 * @returns undefined when the code is refused
 */
export function stepOfCode(
  secret: string,
  code: string,
  now: Temporal.Instant,
  lastStep: number,
): number | undefined {
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.epochMilliseconds / 1_000),
    period: stepSeconds,
    epochTolerance: stepSeconds,
    afterTimeStep: lastStep,
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** How many recovery codes somebody has at a time. */
const codes = 10;

/** Without letters and digits that are taken for each other when they are read off paper. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** @returns new recovery codes, such as `7kqm-x3d9-…`, of 78 bits each: too many to guess, so a plain hash keeps them */
export const newRecoveryCodes = (): string[] => Array.from({ length: codes }, newRecoveryCode);

function newRecoveryCode(): string {
  const text = Array.from({ length: 16 }, randomLetter).join('');
  return text.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** Each letter is as likely as any other: bytes beyond a whole number of alphabets are thrown again. */
function randomLetter(): string {
  for (;;) {
    const [byte = 255] = randomBytes(1);
    if (byte < letters.length * Math.floor(256 / letters.length))
      return letters.charAt(byte % letters.length);
  }
}

/** @param code as somebody types it: case, spaces and dashes don't matter */
export const hashRecoveryCode = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .digest('base64url');
