import { isSigned, signMessage } from '@yitu/access';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { errors } from '../errors.ts';
import { parameter } from '../pages/page.ts';

const Money = Type.Object({
  amount: Type.String({ pattern: '^[1-9][0-9]{0,14}$' }),
  currency: Type.String(),
});
const Order = Type.Object({
  agencyId: Type.String(),
  amount: Money,
  subject: Type.Object({ zh: Type.String(), en: Type.String() }),
  returnTo: Type.String(),
});

/** What somebody wants paid, as the address of the page says it. */
export type SandboxOrder = Static<typeof Order>;

/** What the address of a page says, and says again with each of its forms. */
export interface Address {
  readonly order: string;
  readonly until: string;
  readonly signature: string;
}

/** @throws gateway/incomplete-link */
export function addressOf(parameters: unknown): Address {
  const [order, until, signature] = ['order', 'until', 'signature'].map((name) =>
    parameter(parameters, name),
  );
  if (!order || !until || !signature) throw errors.incompleteLink();
  return { order, until, signature };
}

/** @throws gateway/incomplete-link when nobody who may has written this address */
export function orderAt(id: string, { order, until, signature }: Address, secret: string): SandboxOrder {
  const body = Buffer.from(order, 'base64url').toString('utf8');
  if (!/^\d{1,12}$/.test(until) || !isSigned({ id, sentAt: Number(until), body }, signature, secret))
    throw errors.incompleteLink();
  const read: unknown = JSON.parse(body);
  if (!Value.Check(Order, read)) throw errors.incompleteLink();
  return read;
}

/** The message that tells finance of a result, and its signed headers. One result of one payment is always the same transaction. */
export function messageOf(
  onlinePaymentId: string,
  { agencyId, amount }: SandboxOrder,
  result: 'paid' | 'refused',
  secret: string,
): { readonly body: object; readonly headers: Readonly<Record<string, string>> } {
  const id = `SB-${onlinePaymentId}-${result}`;
  const body = { agencyId, onlinePaymentId, transactionId: id, result, amount };
  const sentAt = Math.floor(Date.now() / 1_000);
  const signature = signMessage({ id, sentAt, body: JSON.stringify(body) }, secret);
  return {
    body,
    headers: { 'webhook-id': id, 'webhook-timestamp': String(sentAt), 'webhook-signature': signature },
  };
}
