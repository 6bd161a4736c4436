import { query } from '@yitu/persistence';
import { Id, InstantText, MoneyText, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Contract } from './contract.ts';
import { signingLink, type LinkRules } from './signing-link.ts';

const Query = Type.Object({ ...page, orderId: Type.Optional(Id) });
const OptionalInstant = Type.Union([InstantText, Type.Null()]);

const OwnContract = Type.Object(
  {
    id: Id,
    number: Type.String(),
    orderId: Id,
    departureId: Id,
    state: Type.Enum(['sent', 'signed', 'superseded', 'void']),
    total: MoneyText,
    text: Type.String(),
    contentHash: Type.String({ description: 'SHA-256 of the text in UTF-8, hexadecimal' }),
    sentAt: OptionalInstant,
    signedAt: OptionalInstant,
    signAt: Type.Union([Type.String(), Type.Null()], {
      description: 'The page to sign it on, while it can be signed',
    }),
  },
  { title: 'OwnContract' },
);

const listOwn = query(
  { permission: 'itinerary.own-contract.read' },
  async (uow, { limit, after, orderId, links }: Static<typeof Query> & { readonly links: LinkRules }) => {
    const customers = await uow.rows<{ id: string }>(
      'select customer_id as id from itinerary.customer_accounts where agency_id = ? and account_id = ?',
      [uow.agencyId, uow.userId],
    );
    const where = {
      ...{ agencyId: uow.agencyId, customerId: { $in: customers.map(({ id }) => id) } },
      ...{ state: { $ne: 'generated' as const } },
      ...(orderId && { orderId }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(Contract, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { contracts: items.map((one) => ownContract(one, links, uow.now)), next };
  },
);

function ownContract(contract: Contract, links: LinkRules, now: Temporal.Instant) {
  const { id, number, orderId, departureId, text, contentHash, linkExpiresAt, state } = contract;
  if (state === 'generated') throw new Error('drafts are not for customers');
  const open = state === 'sent' && linkExpiresAt && Temporal.Instant.compare(now, linkExpiresAt) < 0;
  return {
    ...{ id, number, orderId, departureId, state, text, contentHash },
    total: { amount: contract.total.toString(), currency: contract.currency },
    sentAt: contract.sentAt?.toString() ?? null,
    signedAt: contract.signedAt?.toString() ?? null,
    signAt: open ? signingLink(contract, linkExpiresAt, links) : null,
  };
}

/** Whoever is signed in as the customer is who the link was made for. */
export const readOwnContractsRoute = (links: LinkRules) =>
  route({
    method: 'GET',
    path: '/v1/own-contracts',
    summary: "The caller's own contracts, newest first, with the pages to sign them on",
    access: 'itinerary.own-contract.read',
    query: Query,
    result: Type.Object({ contracts: Type.Array(OwnContract), next: Next }),
    handle: (call, { query: input }) => listOwn(call, { ...input, links }),
  });
