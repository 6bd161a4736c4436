import { isSigned, signMessage } from '@yitu/access';
import { moneyToJson, type Clock } from '@yitu/kernel';
import { Id } from '@yitu/runtime';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { errors } from '../errors.ts';
import { AmountAboveZero } from '../money-text.ts';
import type { Callback, CallbackMessage, PageWish, PaymentProvider } from './provider.ts';

export interface SandboxRules {
  /** Signs what goes to the sandbox and what comes from it. */
  readonly secret: string;
  /** The gateway's origin, which has the page. */
  readonly publicUrl: string;
  /** The time messages are signed at; not the service's own, which drills may set ahead. */
  readonly clock: Clock;
}

const Body = Type.Object(
  {
    agencyId: Id,
    onlinePaymentId: Id,
    transactionId: Type.String({ pattern: '^[\\x21-\\x7e]{1,80}$' }),
    result: Type.Enum(['paid', 'refused']),
    amount: AmountAboveZero,
  },
  { additionalProperties: false },
);

/** Seconds a message's time may be off: an older one is sent again by somebody who has kept it. */
const tolerance = 300;

/** A provider for trying things out: no money moves. Its page is the gateway's, and knows of a payment what the address says, signed. */
export const sandbox = (rules: SandboxRules): PaymentProvider => ({
  name: 'sandbox',
  createPage: (wish) => Promise.resolve(pageOf(wish, rules)),
  readCallback: (message) => readCallback(message, rules),
});

function pageOf(wish: PageWish, { secret, publicUrl }: SandboxRules): string {
  const { onlinePaymentId, amount, agencyId, subject, returnTo, expiresAt } = wish;
  const body = JSON.stringify({ agencyId, amount: moneyToJson(amount), subject, returnTo });
  const sentAt = Math.floor(expiresAt.epochMilliseconds / 1_000);
  const query = new URLSearchParams({
    order: Buffer.from(body).toString('base64url'),
    until: String(sentAt),
    signature: signMessage({ id: onlinePaymentId, sentAt, body }, secret),
  });
  return `${publicUrl}/sandbox-pay/${onlinePaymentId}?${query.toString()}`;
}

function readCallback({ headers, body }: CallbackMessage, { secret, clock }: SandboxRules): Callback {
  const {
    'webhook-id': id = '',
    'webhook-timestamp': timestamp = '',
    'webhook-signature': signature = '',
  } = headers;
  const sentAt = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : 0;
  const text = body.toString('utf8');
  const off = Math.abs(clock.now().epochMilliseconds / 1_000 - sentAt);
  if (off > tolerance || !isSigned({ id, sentAt, body: text }, signature, secret))
    throw errors.callbackNotGenuine();
  const told = parsed(text);
  if (!Value.Check(Body, told) || id !== told.transactionId) throw errors.callbackUnreadable();
  const { amount, currency } = told.amount;
  return { ...told, amount: { amount: BigInt(amount), currency } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw errors.callbackUnreadable({ cause });
  }
}
