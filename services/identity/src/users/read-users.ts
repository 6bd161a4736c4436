import { identity } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { User, userStates, userView, UserView } from './user.ts';

/** API clients have users too, but they are nobody to assign work or write to. */
const notClients = { account: { $ne: 'client' } } as const;

const Query = Type.Object({
  ...page,
  branchId: Type.Optional(Id),
  account: Type.Optional(
    Type.Enum(['staff', 'customer'], { description: 'Whose accounts; without it both: staff and customers' }),
  ),
  role: Type.Optional(
    Type.String({ minLength: 1, maxLength: 60, description: 'Who holds the role of this code' }),
  ),
  state: Type.Optional(
    Type.Enum([...userStates], { description: 'Without it everybody but those who have departed' }),
  ),
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      pattern: '^[^\\p{Cc}\\p{Cs}]*$', // the database takes neither
      description: 'A part of the name, the user name, the e-mail address or the mobile number',
    }),
  ),
});

const listUsers = query(
  { permission: 'identity.user.read' },
  async (uow, { branchId, account, role, state, q, after, limit }: Static<typeof Query>) => {
    const conditions: [string, ...unknown[]][] = [
      ['agency_id = ?', uow.agencyId],
      account ? ['account = ?', account] : [`account <> 'client'`],
      state ? ['state = ?', state] : [`state <> 'departed'`],
      ...(branchId ? [given('branch_id = ?', branchId)] : []),
      ...(role ? [given('roles @> array[?]', role)] : []),
      ...(q ? [given(`strpos(${searched}, lower(?)) > 0`, q.trim())] : []),
      ...(after ? [given('id < ?', after)] : []),
    ];
    const found = await uow.rows<{ id: string }>(
      `select id from identity.users where ${conditions.map(([sql]) => sql).join(' and ')} order by id desc limit ?`,
      [...conditions.flatMap(([, ...values]) => values), limit + 1],
    );
    const { items, next } = pageOf(found, limit);
    const users = await uow.find(User, { id: { $in: items.map(({ id }) => id) } });
    const newestFirst = users.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    return { users: newestFirst.map(userView), next };
  },
);

/** What a part is looked for in; a line break is in none of them. */
const searched = `lower(concat_ws(E'\\n', display_name, user_name, email, mobile))`;

const given = (sql: string, value: string): [string, string] => [sql, value];

const getUser = query({ permission: 'identity.user.read' }, async (uow, userId: string) =>
  uow.get(User, { id: userId, ...notClients }),
);

export const readUserRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/users',
    summary: 'People with an account within reach, the newest first',
    access: 'identity.user.read',
    query: Query,
    result: Type.Object({ users: Type.Array(UserView), next: Next }),
    handle: (call, { query: wanted }) => listUsers(call, wanted),
  }),
  route({
    method: 'GET',
    path: '/v1/users/:userId',
    summary: 'One member of staff',
    access: 'identity.user.read',
    params: Type.Object({ userId: Id }),
    result: UserView,
    handle: async (call, { params }) => userView(await getUser(call, params.userId)),
  }),
];

/** A member of staff, for services that assign work or write to them. */
export const getStaffMemberRpc = () =>
  rpc(identity.StaffServiceService.getStaffMember, async (call, { userId }) => {
    const user = await getUser(call, userId);
    const { branchId, displayName, email, locale, roles, active, account } = user;
    return {
      userId,
      branchId,
      displayName,
      email,
      locale,
      roles,
      active,
      account,
      mobile: user.mobile ?? '',
    };
  });
