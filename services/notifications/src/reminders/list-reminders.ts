import { query } from '@yitu/persistence';
import { Id, InstantText, LocalDate, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Reminder } from './reminder.ts';

const Query = Type.Object({ ...page, orderId: Type.Optional(Id) });

const ReminderView = Type.Object(
  {
    id: Id,
    orderId: Id,
    customerId: Id,
    branchId: Id,
    departsOn: LocalDate,
    timeZone: Type.String(),
    dueAt: InstantText,
    state: Type.String({ description: 'waiting, sent, cancelled or too-late' }),
    deliveryId: Type.Union([Id, Type.Null()], { description: 'The message it became' }),
  },
  { title: 'Reminder' },
);

const view = (reminder: Reminder): Static<typeof ReminderView> => ({
  id: reminder.id,
  orderId: reminder.orderId,
  customerId: reminder.customerId,
  branchId: reminder.branchId,
  departsOn: reminder.departsOn,
  timeZone: reminder.timeZone,
  dueAt: reminder.dueAt.toString(),
  state: reminder.state,
  deliveryId: reminder.deliveryId ?? null,
});

const listReminders = query(
  { permission: 'notifications.reminder.read' },
  async (uow, { limit, after, orderId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(orderId && { orderId }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(Reminder, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { reminders: items.map(view), next };
  },
);

export const listRemindersRoute = () =>
  route({
    method: 'GET',
    path: '/v1/reminders',
    summary: 'Departure reminders within reach, newest first',
    access: 'notifications.reminder.read',
    query: Query,
    result: Type.Object({ reminders: Type.Array(ReminderView), next: Next }),
    handle: (call, { query: input }) => listReminders(call, input),
  });
