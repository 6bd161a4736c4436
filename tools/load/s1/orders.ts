import type { RequestKind } from '../measure/load.ts';
import type { LoadAgency } from './agency.ts';

/** One order as somebody may place it. */
interface Placing {
  readonly userName: string;
  /** For the gateway: what the public API takes. */
  readonly body: Readonly<Record<string, unknown>>;
  /** For the floor: what the services would have looked up. */
  readonly known: Readonly<Record<string, unknown>>;
}

const kinds = 240;

/** Orders of all people for all departures and customers, those that follow each other as different as can be. */
export function placings(agency: LoadAgency): Placing[] {
  const people = agency.branches
    .flatMap((branch) => branch.sales.map((person, index) => ({ index, person, branch })))
    .toSorted((left, right) => left.index - right.index);
  return Array.from({ length: kinds }, (_, number) => {
    const { person, branch } = turn(people, number);
    const round = Math.floor(number / people.length);
    return placing(agency, branch, person, turn(agency.departureIds, number), turn(branch.customers, round));
  });
}

type Branch = LoadAgency['branches'][number];

function placing(
  agency: LoadAgency,
  branch: Branch,
  { userName, userId }: Branch['sales'][number],
  departureId: string,
  { id: customerId, travellerIds }: Branch['customers'][number],
): Placing {
  const { id: agencyId, productId, unitPrice } = agency;
  const travellers = travellerIds.map((travellerId) => ({ travellerId, category: 'adult' }));
  return {
    userName,
    body: {
      customerId,
      departureId,
      counts: [{ category: 'adult', count: travellers.length }],
      travellers,
    },
    known: { agencyId, branchId: branch.id, branchCode: branch.code, authorId: userId, productId, unitPrice },
  };
}

/** The orders as requests to the gateway. @param tokens by user name */
export const throughGateway = (
  orders: readonly Placing[],
  origin: string,
  tokens: ReadonlyMap<string, string>,
): RequestKind[] =>
  orders.map(({ userName, body }) => ({
    url: `${origin}/api/booking/v1/orders`,
    token: tokens.get(userName) ?? '',
    body,
  }));

/** The same orders as requests to the floor. */
export const toFloor = (orders: readonly Placing[], url: string): RequestKind[] =>
  orders.map(({ body, known }) => ({ url, token: '', body: { ...body, ...known } }));

function turn<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('there is nobody and nothing to choose from');
  return item;
}
