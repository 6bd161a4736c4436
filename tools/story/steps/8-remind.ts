import { mailTo } from '../mail.ts';
import type { Step } from '../scene.ts';

/** The reminder goes out a week before departure; this departure is nearer, so it went out with the confirmation. */
export const remind: Step = async ({ as, told, stage }) => {
  const { reminders } = await as('analyst').get<{ reminders: { dueAt: string; state: string }[] }>(
    `/api/notifications/v1/reminders?orderId=${told.orderId}`,
  );
  const message = await mailTo(stage, told.email, /提醒/);
  return `due ${reminders[0]?.dueAt ?? 'unknown'}, sent: “${message.subject}”`;
};
