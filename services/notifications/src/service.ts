import { directoryUnrecorded } from '@yitu/directory';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import type { Config } from './config.ts';
import { Delivery } from './deliveries/delivery.ts';
import { doors } from './doors.ts';
import { openMailer } from './mail/mailer.ts';
import { Watchers } from './live/watchers.ts';
import { neighboursOf } from './neighbours.ts';
import { Reminder } from './reminders/reminder.ts';

/** Puts notifications together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const foundation = await layFoundation({
    ...surroundings,
    name: 'notifications',
    description: 'Templates, e-mail to customers, inbox of the staff, reminders',
    config,
    entities: [Delivery, Reminder],
    unrecorded: {
      ...directoryUnrecorded,
      delivery_attempts: 'a log, kept beside the delivery, which is recorded',
      inbox_items: 'made of events',
      inbox_reads: 'what a person has seen of their own inbox',
      orders: 'told by booking',
      customers: 'told by crm',
    },
  });
  const { database, clock } = foundation;
  const neighbours = neighboursOf({
    crm: foundation.ask('crm', config.CRM_GRPC),
    identity: foundation.ask('identity', config.IDENTITY_GRPC),
    itinerary: foundation.ask('itinerary', config.ITINERARY_GRPC),
  });
  const watchers = new Watchers(foundation);
  const mailer = openMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const service = await foundation.open(doors({ post: { database, clock, neighbours, mailer }, watchers }));
  return {
    ...service,
    close: async () => {
      await service.close();
      mailer.close();
    },
  };
}
