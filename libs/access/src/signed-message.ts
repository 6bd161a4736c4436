import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message between two servers, as Standard Webhooks 1.0.0 has it: an id of its own, the second it was sent in, the body to the letter. */
export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970. */
  readonly sentAt: number;
  readonly body: string;
}

/** The names of the headers that carry id, time and signatures. */
export const messageHeaders = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** @returns `v1,` and the HMAC-SHA-256 of id, time and body, in Base64 */
export const signMessage = (message: SignedMessage, secret: string): string =>
  `v1,${mac(message, secret).toString('base64')}`;

/** Whether one of the signatures, blanks between them, is of this message; several are sent while a secret is changed. */
export function isSigned(message: SignedMessage, signatures: string, secret: string): boolean {
  const expected = mac(message, secret);
  return signatures.split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const mac = ({ id, sentAt, body }: SignedMessage, secret: string) =>
  createHmac('sha256', secret).update(`${id}.${sentAt}.${body}`).digest();
