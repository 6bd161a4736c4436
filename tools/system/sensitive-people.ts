import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** Digits that nobody else in this run has. */
const digits = (count: number) => Array.from({ length: count }, () => String(randomInt(10))).join('');

/** A resident number of Beijing, right in every part. @param birthDate `YYYY-MM-DD` */
export function residentNumber(birthDate: string): string {
  const first = `110102${birthDate.replaceAll('-', '')}${digits(3)}`;
  const sum = Array.from(first).reduce((total, digit) => (total + Number(digit)) * 2, 0);
  return first + '10X98765432'.charAt(sum % 11);
}

/** The two lines of a Chinese passport, with its number and check digits. @param birthDate `YYYY-MM-DD` */
export function passport(birthDate: string): { number: string; mrz: string[] } {
  const number = `E${digits(8)}`;
  const born = birthDate.replaceAll('-', '').slice(2);
  const personal = '<'.repeat(14);
  const upper = `${number}${check(number)}CHN${born}${check(born)}F350101${check('350101')}${personal}<`;
  const composite = `${upper.slice(0, 10)}${upper.slice(13, 20)}${upper.slice(21, 43)}`;
  return { number, mrz: ['P<CHNZHANG<<XIAOMEI'.padEnd(44, '<'), `${upper}${check(composite)}`] };
}

/** ICAO Doc 9303: weights 7, 3, 1; letters from 10 on, the filler 0. */
function check(text: string): number {
  const values = Array.from(text).map((one) => (one === '<' ? 0 : Number.parseInt(one, 36)));
  return values.reduce((total, value, place) => total + value * ([7, 3, 1][place % 3] ?? 0), 0) % 10;
}

/** An account number of 17 digits: no card, no check digit. */
export const accountNumber = (): string => `4${digits(16)}`;

/** A Taiwan permit of a mainland resident. */
export const permit = (): string => `L${digits(8)}`;

export const password = (): string => `plain ${randomBytes(9).toString('base64url')} text`;

/** The code an authenticator shows now (RFC 6238). @param secret in base32 */
export function totpCode(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
