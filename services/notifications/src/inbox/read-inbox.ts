import { reachOf, type Person } from '@yitu/access';
import { events } from '@yitu/contracts';
import { agencyOf } from '@yitu/directory';
import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, LocalText, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { isInboxKey, locales } from '../templates/catalogue.ts';
import { render } from '../templates/render.ts';
import { templateInForce } from '../templates/template.ts';
import type { InboxItemKey } from '../templates/variables.ts';
import { addressedPermissions } from './inbox-item.ts';
import { messageVariables, type ItemTold } from './message-variables.ts';

const Query = Type.Object({
  ...page,
  unread: Type.Boolean({
    default: false,
    description: 'Only what I have not marked as read, without what somebody has done meanwhile',
  }),
  open: Type.Boolean({ default: false, description: 'Only what still waits for somebody' }),
});

const Item = Type.Object(
  {
    id: Id,
    template: Type.String(),
    aboutId: Id,
    branchId: Type.Union([Id, Type.Null()], { description: 'null: of the whole agency' }),
    subject: LocalText,
    text: LocalText,
    createdAt: InstantText,
    readAt: Type.Union([InstantText, Type.Null()], { description: 'When I marked it as read' }),
    doneAt: Type.Union([InstantText, Type.Null()], {
      description: 'When what it asks for was done; `createdAt` where it asks for nothing and only tells',
    }),
  },
  { title: 'InboxItem' },
);

interface Row extends Omit<Static<typeof Item>, 'subject' | 'text'>, ItemTold {
  template: InboxItemKey;
}

/** Items that tell the staff of an order: only who may still read it finds them. */
const ofOrders: readonly InboxItemKey[] = [
  ...(['order-returned', 'balance-flagged', 'review-passed', 'contract-signed'] as const),
  ...(['plan-accepted', 'plan-changes-wanted', 'paid-in-full', 'refund-made'] as const),
  ...(['choice-to-record', 'choice-over', 'group-guaranteed', 'payment-taken-back'] as const),
];

/** Items for me, and those for a permission I hold: everywhere, or in branches within my reach. Parameters: see `mineOf`. */
const mine = `((user_id = ? and (?::boolean or template <> all (string_to_array(?, ',')) or branch_id = any (string_to_array(?, ',')::uuid[])))
  or (except_user_id is distinct from ?
  and (permission = any (string_to_array(?, ',')) or (permission = any (string_to_array(?, ',')) and (branch_id is null or branch_id = any (string_to_array(?, ',')::uuid[]))))))`;

function mineOf(person: Person): string[] {
  const within = (reach: string) =>
    addressedPermissions.filter((permission) => reachOf(person, permission) === reach).join(',');
  const branches = person.branchIds.join(',');
  const orders = reachOf(person, 'booking.order.read');
  // Whoever reaches their own alone has made the order: such items are addressed to its author.
  const mayRead = [String(orders === 'agency' || orders === 'own'), ofOrders.join(',')];
  const reached = orders === 'branch' ? branches : '';
  return [
    ...[person.userId, ...mayRead, reached],
    ...[person.userId, within('agency'), within('branch'), branches],
  ];
}

function personOf({ member }: UnitOfWork): Person {
  if (member.kind !== 'person') throw new Error('only persons have an inbox');
  return member;
}

/** News, which asks for nothing and was done when it came, and work that nobody has done yet. */
const stillTells = `(done_at is null or done_at = created_at)`;

const listInbox = query(
  { permission: 'notifications.inbox.read' },
  async (uow, { limit, after, unread, open }: Static<typeof Query>) => {
    const person = personOf(uow);
    const rows = await uow.rows<Row>(
      `select id, template, about_id as "aboutId", branch_id as "branchId", facts, to_json(created_at) #>> '{}' as "createdAt",
              to_json(read_at) #>> '{}' as "readAt", to_json(done_at) #>> '{}' as "doneAt",
              coalesce((select number from notifications.orders where orders.agency_id = inbox_items.agency_id and orders.id = about_id), '') as "orderNumber"
       from notifications.inbox_items left join notifications.inbox_reads
         on inbox_reads.agency_id = inbox_items.agency_id and item_id = id and inbox_reads.user_id = ?
       where inbox_items.agency_id = ? and ${mine.replace('user_id', 'inbox_items.user_id')}
         and (?::uuid is null or id < ?) and (not ? or (read_at is null and ${stillTells})) and (not ? or done_at is null)
       order by id desc limit ?`,
      [person.userId, uow.agencyId, ...mineOf(person), after ?? null, after ?? null, unread, open, limit + 1],
    );
    const { items, next } = pageOf(rows, limit);
    return { items: await withTexts(uow, items), next };
  },
);

/** Texts are made when they are read, in both languages, of the templates in force. */
async function withTexts(uow: UnitOfWork, rows: readonly Row[]): Promise<Static<typeof Item>[]> {
  const texts = new Map<InboxItemKey, Awaited<ReturnType<typeof templatesOf>>>();
  for (const { template } of rows)
    if (!texts.has(template)) texts.set(template, await templatesOf(uow, template));
  return rows.map(({ facts, orderNumber, ...item }) => {
    const say = texts.get(item.template);
    if (!say) throw new Error('every template of the page was read above');
    return { ...item, ...say({ facts, orderNumber }) };
  });
}

async function templatesOf(uow: UnitOfWork, key: InboxItemKey) {
  const templates = await Promise.all(locales.map((locale) => templateInForce(uow, key, locale)));
  const agency = isInboxKey(key) ? undefined : await agencyOf(uow);
  return (told: ItemTold) => {
    const [zh, en] = templates.map((template) => {
      const variables = messageVariables(key, told, template.locale, agency);
      const { subject, text } = render({ ...template, html: '' }, variables);
      // What a message does not know leaves a gap in its sentence.
      return { subject, text: text.replaceAll(/ {2,}/g, ' ') };
    });
    if (!zh || !en) throw new Error('there is one template for each language');
    return { subject: { zh: zh.subject, en: en.subject }, text: { zh: zh.text, en: en.text } };
  };
}

const markRead = command({ permission: 'notifications.inbox.read' }, async (uow, itemId: string) => {
  const person = personOf(uow);
  const [item] = await uow.rows<{ template: string; aboutId: string; branchId: string }>(
    `select template, about_id as "aboutId", coalesce(branch_id::text, '') as "branchId" from notifications.inbox_items where agency_id = ? and id = ? and ${mine}`,
    [uow.agencyId, itemId, ...mineOf(person)],
  );
  if (!item) throw requestErrors.notFound();
  const read = await uow.rows(
    `insert into notifications.inbox_reads (agency_id, item_id, user_id, read_at) values (?, ?, ?, ?) on conflict do nothing returning item_id`,
    [uow.agencyId, itemId, person.userId, uow.now.toString()],
  );
  // Their other pages show it as read.
  const told = { itemId, ...item, userId: person.userId, permission: '', exceptUserId: '' };
  if (read.length > 0) uow.hint(itemId, events.inboxItemChanged, told);
  return { id: itemId, read: true as const };
});

export const inboxRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/inbox',
    summary: 'My inbox: what is for me, and what waits for somebody who may do what I may',
    access: 'notifications.inbox.read',
    query: Query,
    result: Type.Object({ items: Type.Array(Item), next: Next }),
    handle: (call, { query: input }) => listInbox(call, input),
  }),
  route({
    method: 'POST',
    path: '/v1/inbox/:itemId/read',
    summary: 'Mark an item of my inbox as read',
    access: 'notifications.inbox.read',
    params: Type.Object({ itemId: Id }),
    result: Type.Object({ id: Id, read: Type.Literal(true) }),
    handle: (call, { params }) => markRead(call, params.itemId),
  }),
];
