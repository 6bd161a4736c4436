import { agencyOf, type Agency } from '@yitu/directory';
import { DomainError, type Clock, type Locale } from '@yitu/kernel';
import { query, type Call, type Database, type UnitOfWork } from '@yitu/persistence';
import type { Mailer } from '../../mail/mailer.ts';
import type { Neighbours } from '../../neighbours.ts';
import { orderOf, type KnownOrder } from '../../orders/known-orders.ts';
import { render } from '../../templates/render.ts';
import { templateInForce, type Template } from '../../templates/template.ts';
import { letterVariables, type Facts, type Setting } from '../../templates/variables.ts';
import { wordingOf } from '../../templates/wording.ts';
import { Delivery } from '../delivery.ts';
import type { Outcome } from './decide.ts';

export interface Post {
  readonly database: Database;
  readonly clock: Clock;
  readonly neighbours: Neighbours;
  readonly mailer: Mailer;
}

/** Everything a letter needs out of the own database. */
interface Draft {
  readonly delivery: Delivery;
  readonly order: KnownOrder;
  readonly agency: Agency;
  readonly templates: Readonly<Record<Locale, Template>>;
}

/** Tries to send a letter that waits. Failures of others are its outcome, not errors: they are counted and tried again. */
export const sender =
  ({ database, clock, neighbours, mailer }: Post) =>
  async (agencyId: string, deliveryId: string): Promise<Outcome> => {
    const principal = { kind: 'service', service: 'notifications', agencyId } as const;
    const call: Call = { database, clock, principal };
    try {
      const draft = await draftOf(call, deliveryId);
      if (!draft) return { kind: 'nothing' };
      return await send(call, draft, { neighbours, mailer });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { kind: 'failed', code: error.code, lasting: error.status < 500 };
    }
  };

const draftOf = query(
  { permission: 'notifications.delivery.read' },
  async (uow: UnitOfWork, deliveryId: string): Promise<Draft | undefined> => {
    const delivery = await uow.get(Delivery, deliveryId);
    if (delivery.state !== 'queued') return undefined;
    const templates = {
      zh: await templateInForce(uow, delivery.template, 'zh'),
      en: await templateInForce(uow, delivery.template, 'en'),
    };
    const order = await orderOf(uow, delivery.aboutId);
    return { delivery, order, agency: await agencyOf(uow), templates };
  },
);

async function send(
  call: Call,
  { delivery, order, agency, templates }: Draft,
  { neighbours, mailer }: Pick<Post, 'neighbours' | 'mailer'>,
): Promise<Outcome> {
  const [customer, contact, links] = await Promise.all([
    neighbours.customer(call, delivery.customerId),
    neighbours.staffMember(call, order.authorId),
    linksOf(call, delivery, neighbours),
  ]);
  const { name, email, locale } = customer;
  if (email === '') return { kind: 'failed', code: 'notifications/no-address', lasting: true };
  const agencyName = agency.name[locale];
  const setting: Setting = {
    customerName: name,
    agencyName,
    orderNumber: order.number,
    timeZone: agency.timeZone,
    contactName: contact?.name ?? agencyName,
    contactEmail: contact?.email ?? '',
    ...links,
  };
  const template = templates[locale];
  const variables = letterVariables(delivery.template, delivery.facts, wordingOf(locale), setting);
  const letter = render(template, variables);
  await mailer.send({ ...letter, id: delivery.id, to: { name, address: email }, fromName: agencyName });
  return { kind: 'sent', templateVersion: template.version, locale };
}

/** The customer's own links, for the letters that have one. */
async function linksOf(
  call: Call,
  { template, facts }: Delivery,
  { signingLink, surveyLink }: Neighbours,
): Promise<Pick<Setting, 'link' | 'contractNumber'>> {
  if (template === 'contract-to-sign') {
    const { contractId } = facts as Facts['contract-to-sign']; // queueLetter stored them with this template
    return signingLink(call, contractId);
  }
  if (template === 'survey') {
    const { surveyId } = facts as Facts['survey']; // as above
    return { link: await surveyLink(call, surveyId), contractNumber: '' };
  }
  return { link: '', contractNumber: '' };
}
