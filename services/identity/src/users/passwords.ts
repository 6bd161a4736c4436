import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { errors } from '../errors.ts';

const derive = promisify(argon2);

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
export const owaspMemoryKib = 19_456;
const cost = { memory: owaspMemoryKib, passes: 2, parallelism: 1, tagLength: 32 };
/** Hashing is heavy by design: more than two at once would take the machine from everybody else. */
const atOnce = 2;
const waitingAtMost = 100;

const state: { running: number; waiting: (() => void)[] } = { running: 0, waiting: [] };

/** How much memory new hashes take, in KiB; once, when the service is put together. Hashes that are there keep what they were made with. */
export function hashWith(memoryKib: number): void {
  cost.memory = memoryKib;
}

/** @returns the password's hash in PHC string format */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, cost);
  return inPhcFormat(base64(salt), base64(tag));
}

/** A hash that is of no password: for accounts that have none, which take as long to refuse as any. */
export const noPassword = (): string => inPhcFormat(base64(randomBytes(16)), base64(randomBytes(32)));

const inPhcFormat = (salt: string, tag: string) =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${salt}$${tag}`;

/** Whether the password belongs to the hash. A missing hash takes as long as a wrong password: nobody learns which accounts exist. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash ?? decoy());
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts ?? [];
  const expected = Buffer.from(tag, 'base64');
  const used = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  };
  const actual = await tagOf(password, Buffer.from(salt, 'base64'), used);
  return timingSafeEqual(actual, expected) && hash !== undefined;
}

const decoy = () => inPhcFormat('A'.repeat(22), 'A'.repeat(43));

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

async function tagOf(
  password: string,
  nonce: Buffer,
  parameters: Omit<Argon2Parameters, 'message' | 'nonce'>,
): Promise<Buffer> {
  await enter();
  try {
    // The same characters can be typed in several ways (composed or not); NFKC makes them one password.
    return Buffer.from(
      await derive('argon2id', { ...parameters, message: password.normalize('NFKC'), nonce }),
    );
  } finally {
    leave();
  }
}

async function enter(): Promise<void> {
  if (state.running >= atOnce) {
    if (state.waiting.length >= waitingAtMost) throw errors.busy();
    await new Promise<void>((resolve) => state.waiting.push(resolve));
  } else state.running += 1;
}

function leave(): void {
  const next = state.waiting.shift();
  if (next) next();
  else state.running -= 1;
}
